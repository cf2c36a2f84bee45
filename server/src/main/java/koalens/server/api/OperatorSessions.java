package koalens.server.api;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/// What a browser shows instead of the admin key after somebody signed in with it: an end, and
/// proof that whoever made it knows the key. Nothing is kept, so that several servers admit the
/// same; a new key ends all of them. Thread-safe.
final class OperatorSessions {
  /// How long one lasts.
  static final Duration LIFE = Duration.ofHours(12);

  private static final String ALGORITHM = "HmacSHA256";

  private final SecretKeySpec key;
  private final Clock clock;

  OperatorSessions(String adminKey, Clock clock) {
    this.key = new SecretKeySpec(adminKey.getBytes(StandardCharsets.UTF_8), ALGORITHM);
    this.clock = clock;
  }

  String begin() {
    String end = String.valueOf(clock.instant().plus(LIFE).getEpochSecond());
    return end + "." + proof(end);
  }

  boolean isOpen(String session) {
    int dot = session.indexOf('.');
    if (dot < 0 || !session.substring(0, dot).matches("\\d{1,12}")) {
      return false;
    }
    String end = session.substring(0, dot);
    byte[] shown = session.substring(dot + 1).getBytes(StandardCharsets.UTF_8);
    boolean isOurs = MessageDigest.isEqual(proof(end).getBytes(StandardCharsets.UTF_8), shown);
    return isOurs && clock.instant().isBefore(Instant.ofEpochSecond(Long.parseLong(end)));
  }

  private String proof(String end) {
    try {
      Mac mac = Mac.getInstance(ALGORITHM);
      mac.init(key);
      byte[] proof = mac.doFinal(("operator until " + end).getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(proof);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java has " + ALGORITHM, e);
    }
  }
}
