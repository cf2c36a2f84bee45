package koalens.backend.analysis.advice;

import java.security.GeneralSecurityException;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import koalens.backend.provider.wire.Lazy;

/// Marks from which nobody without the key can tell the text by trying. Immutable and thread-safe.
final class KeyedDigest {
  private static final String HMAC = "HmacSHA256";

  // Copied for each text, since to look for one among the JDK's takes longer than the digest.
  private final Lazy<Mac> keyed;

  KeyedDigest(String key) {
    this.keyed = new Lazy<>(() -> keyed(key));
  }

  private static Mac keyed(String key) {
    try {
      Mac mac = Mac.getInstance(HMAC);
      mac.init(new SecretKeySpec(Digests.bytes(key), HMAC));
      return mac;
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every JDK has " + HMAC, e);
    }
  }

  String of(String text) {
    try {
      return Digests.mark(((Mac) keyed.get().clone()).doFinal(Digests.bytes(text)));
    } catch (CloneNotSupportedException e) {
      throw new IllegalStateException("the JDK's " + HMAC + " can be copied", e);
    }
  }
}
