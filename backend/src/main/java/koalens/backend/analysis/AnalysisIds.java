package koalens.backend.analysis;

import java.nio.ByteBuffer;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.UUID;
import java.util.regex.Pattern;

/// Makes UUIDs of version 7: unguessable, and ordered by time so that the ledger grows at its end.
public final class AnalysisIds {
  private static final Pattern FORM =
      Pattern.compile("[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}");
  private static final SecureRandom RANDOM = new SecureRandom();

  private AnalysisIds() {}

  /// The next id.
  ///
  /// @param at the time it begins with
  public static String next(Instant at) {
    var random = ByteBuffer.allocate(Long.BYTES + Short.BYTES);
    RANDOM.nextBytes(random.array());
    long version = 0x7000L | (random.getShort() & 0x0FFFL);
    long variant = 0x8000_0000_0000_0000L | (random.getLong() >>> 2);
    return new UUID(at.toEpochMilli() << 16 | version, variant).toString();
  }

  /// Whether an id may be one made here; nothing is kept under any other.
  public static boolean isId(String text) {
    return FORM.matcher(text).matches();
  }

  /// The time an id begins with.
  ///
  /// @throws IllegalArgumentException when it is none made here
  public static Instant time(String id) {
    return Instant.ofEpochMilli(UUID.fromString(id).getMostSignificantBits() >>> 16);
  }
}
