package koalens.server.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import koalens.server.TestServer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// Tokens of an identity provider, a small real one on this machine.
class JwtTest {
  private static final String AUDIENCE = "authenticated";

  private HttpServer provider = unbound();
  private String issuer = "";
  private volatile List<JWK> keys = List.of();

  private static HttpServer unbound() {
    try {
      return HttpServer.create();
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  @BeforeEach
  void start() throws IOException {
    provider.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    issuer = "http://localhost:" + provider.getAddress().getPort() + "/auth/v1";
    provider.createContext(
        "/auth/v1/.well-known/openid-configuration",
        exchange ->
            send(
                exchange,
                "{\"issuer\":\"%s\",\"jwks_uri\":\"%s/keys\"}".formatted(issuer, issuer)));
    provider.createContext(
        "/auth/v1/keys", exchange -> send(exchange, new JWKSet(keys).toString(true)));
    provider.start();
  }

  @AfterEach
  void stop() {
    provider.stop(0);
  }

  private static void send(HttpExchange exchange, String body) throws IOException {
    byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
    exchange.sendResponseHeaders(200, bytes.length);
    exchange.getResponseBody().write(bytes);
    exchange.close();
  }

  private TestServer server() {
    return TestServer.start("AUTH_ISSUER=" + issuer, "AUTH_AUDIENCE=" + AUDIENCE);
  }

  private JWTClaimsSet.Builder claims(String subject) {
    return new JWTClaimsSet.Builder()
        .issuer(issuer)
        .audience(AUDIENCE)
        .subject(subject)
        .expirationTime(Date.from(Instant.now().plusSeconds(600)));
  }

  private static String signed(ECKey key, JWTClaimsSet claims) throws JOSEException {
    var header = new JWSHeader.Builder(JWSAlgorithm.ES256).keyID(key.getKeyID()).build();
    var token = new SignedJWT(header, claims);
    token.sign(new ECDSASigner(key));
    return token.serialize();
  }

  private static int status(TestServer server, String token) {
    return server.get("/analyses", "Authorization", "Bearer " + token).statusCode();
  }

  @Test
  void admitsTheSubjectOfAValidTokenOfEitherUsualKind() throws Exception {
    ECKey curve = new ECKeyGenerator(Curve.P_256).keyID("c").generate();
    RSAKey rsa = new RSAKeyGenerator(2048).keyID("r").generate();
    keys = List.of(curve, rsa);
    var header = new JWSHeader.Builder(JWSAlgorithm.RS256).keyID("r").build();
    var token = new SignedJWT(header, claims("me").build());
    token.sign(new RSASSASigner(rsa));
    try (TestServer server = server()) {
      server.ask(
          "{\"text\":\"Vatten\"}",
          "Authorization",
          "Bearer " + signed(curve, claims("me").build()));
      HttpResponse<String> mine =
          server.get("/analyses", "Authorization", "Bearer " + token.serialize());
      assertThat(mine.body()).contains("\"text\":\"Vatten\"");
      HttpResponse<String> others =
          server.get(
              "/analyses", "Authorization", "Bearer " + signed(curve, claims("you").build()));
      assertThat(others.statusCode()).isEqualTo(200);
      assertThat(others.body()).doesNotContain("Vatten");
    }
  }

  @Test
  void admitsNobodyByATokenThatIsNotForHereOrOver() throws Exception {
    ECKey key = new ECKeyGenerator(Curve.P_256).keyID("c").generate();
    keys = List.of(key);
    try (TestServer server = server()) {
      assertThat(status(server, signed(key, claims("me").build()))).isEqualTo(200);
      for (JWTClaimsSet claims :
          List.of(
              claims("me").audience("another").build(),
              claims("me").audience(List.of()).build(),
              claims("me").issuer("https://evil.example.org").build(),
              claims("me").expirationTime(Date.from(Instant.now().minusSeconds(3600))).build(),
              claims("me").expirationTime(null).build(),
              claims("me").notBeforeTime(Date.from(Instant.now().plusSeconds(3600))).build(),
              claims("").build(),
              claims("x".repeat(300)).build())) {
        String token = signed(key, claims);
        HttpResponse<String> response = server.get("/analyses", "Authorization", "Bearer " + token);
        assertThat(response.statusCode()).isEqualTo(401);
        assertThat(response.body()).doesNotContain(token).doesNotContain("evil");
      }
    }
  }

  @Test
  void admitsNobodyByASignatureThatAnybodyCanMake() throws Exception {
    ECKey key = new ECKeyGenerator(Curve.P_256).keyID("c").generate();
    ECKey other = new ECKeyGenerator(Curve.P_256).keyID("c").generate();
    keys = List.of(key);
    var secret = key.toPublicJWK().toJSONString().getBytes(StandardCharsets.UTF_8);
    var shared = new SignedJWT(new JWSHeader(JWSAlgorithm.HS256), claims("me").build());
    shared.sign(new MACSigner(secret));
    try (TestServer server = server()) {
      assertThat(status(server, signed(other, claims("me").build()))).isEqualTo(401);
      assertThat(status(server, shared.serialize())).isEqualTo(401);
      assertThat(status(server, new PlainJWT(claims("me").build()).serialize())).isEqualTo(401);
    }
  }

  @Test
  void knowsThePeopleItKnewWhileTheProviderIsGone() throws Exception {
    ECKey key = new ECKeyGenerator(Curve.P_256).keyID("c").generate();
    keys = List.of(key);
    try (TestServer server = server()) {
      assertThat(status(server, signed(key, claims("me").build()))).isEqualTo(200);
      provider.stop(0);
      assertThat(status(server, signed(key, claims("you").build()))).isEqualTo(200);
    }
  }

  @Test
  void saysThatTheProviderIsGoneWhenItNeverReachedIt() throws Exception {
    ECKey key = new ECKeyGenerator(Curve.P_256).keyID("c").generate();
    provider.stop(0);
    try (TestServer server = server()) {
      assertThat(status(server, signed(key, claims("me").build()))).isEqualTo(503);
      assertThat(server.ask("{\"text\":\"Vatten\"}").statusCode()).isEqualTo(200);
    }
  }
}
