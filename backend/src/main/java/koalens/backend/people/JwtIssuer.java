package koalens.backend.people;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.KeySourceException;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.jwk.source.JWKSourceBuilder;
import com.nimbusds.jose.proc.BadJOSEException;
import com.nimbusds.jose.proc.JWSVerificationKeySelector;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.proc.DefaultJWTClaimsVerifier;
import com.nimbusds.jwt.proc.DefaultJWTProcessor;
import java.text.ParseException;
import java.util.Set;

/// An OpenID Connect provider whose signed tokens prove who a person is, checked with the keys it
/// publishes. Keys are fetched when first needed, kept for minutes, fetched again when a token
/// names one that is not there, and used on while the provider is gone. Thread-safe.
public final class JwtIssuer implements TokenIssuer {
  private static final int LONGEST_SUBJECT = 255;
  private static final long OUTAGE_MS = 4L * 60 * 60 * 1000;

  // Signatures that only the provider can make; never a shared secret, never none.
  private static final Set<JWSAlgorithm> ALGORITHMS =
      Set.of(
          JWSAlgorithm.RS256,
          JWSAlgorithm.RS384,
          JWSAlgorithm.RS512,
          JWSAlgorithm.PS256,
          JWSAlgorithm.PS384,
          JWSAlgorithm.PS512,
          JWSAlgorithm.ES256,
          JWSAlgorithm.ES384,
          JWSAlgorithm.ES512);

  private final DefaultJWTProcessor<SecurityContext> processor = new DefaultJWTProcessor<>();

  /// The provider that the settings name.
  public JwtIssuer(JwtSettings settings) {
    JWKSource<SecurityContext> keys =
        JWKSourceBuilder.create(new PublishedKeys(settings))
            .retrying(true)
            .outageTolerant(OUTAGE_MS)
            .build();
    processor.setJWSKeySelector(new JWSVerificationKeySelector<>(ALGORITHMS, keys));
    processor.setJWTClaimsSetVerifier(
        new DefaultJWTClaimsVerifier<>(
            settings.audience(),
            new JWTClaimsSet.Builder().issuer(settings.issuer().toString()).build(),
            Set.of("sub", "exp")));
  }

  @Override
  public Person verify(String token) {
    try {
      return person(processor.process(token, null).getSubject());
    } catch (KeySourceException e) {
      throw new KeysUnavailableException(e);
    } catch (ParseException | BadJOSEException | JOSEException e) {
      // Its message may quote the token.
      throw new NotAdmittedException(
          "the token is not valid here: wrong issuer, audience or signature, or over");
    }
  }

  private static Person person(String subject) {
    if (subject.isBlank() || subject.length() > LONGEST_SUBJECT || subject.indexOf('\0') >= 0) {
      throw new NotAdmittedException("the token names no usable subject");
    }
    return Person.user(subject);
  }
}
