package koalens.backend.people;

import com.nimbusds.jose.KeySourceException;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.source.JWKSetCacheRefreshEvaluator;
import com.nimbusds.jose.jwk.source.JWKSetSource;
import com.nimbusds.jose.jwk.source.JWKSetUnavailableException;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jose.util.DefaultResourceRetriever;
import com.nimbusds.jose.util.JSONObjectUtils;
import java.io.IOException;
import java.net.URI;
import java.text.ParseException;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The keys a provider publishes, found through its discovery document where nothing else is said.
final class PublishedKeys implements JWKSetSource<SecurityContext> {
  private static final int CONNECT_MS = 2_000;
  private static final int READ_MS = 3_000;
  private static final int MOST_BYTES = 1 << 18;

  private final JwtSettings settings;
  private final DefaultResourceRetriever retriever =
      new DefaultResourceRetriever(CONNECT_MS, READ_MS, MOST_BYTES);

  PublishedKeys(JwtSettings settings) {
    this.settings = settings;
  }

  @Override
  public JWKSet getJWKSet(
      JWKSetCacheRefreshEvaluator evaluator, long time, @Nullable SecurityContext context)
      throws KeySourceException {
    try {
      return JWKSet.parse(text(settings.keys().isPresent() ? settings.keys().get() : discovered()));
    } catch (IOException | ParseException | IllegalArgumentException e) {
      throw new JWKSetUnavailableException("no keys", e);
    }
  }

  private URI discovered() throws IOException, ParseException {
    String issuer = settings.issuer().toString();
    String base = issuer.endsWith("/") ? issuer.substring(0, issuer.length() - 1) : issuer;
    Map<String, Object> document =
        JSONObjectUtils.parse(text(URI.create(base + "/.well-known/openid-configuration")));
    if (!issuer.equals(document.get("issuer"))) {
      throw new IOException("the discovery document is another issuer's");
    }
    return URI.create(JSONObjectUtils.getString(document, "jwks_uri"));
  }

  private String text(URI place) throws IOException {
    return retriever.retrieveResource(place.toURL()).getContent();
  }

  @Override
  public void close() {}
}
