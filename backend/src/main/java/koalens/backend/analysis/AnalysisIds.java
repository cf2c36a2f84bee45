package koalens.backend.analysis;

import java.nio.ByteBuffer;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.UUID;

/// Makes UUIDs of version 7: unguessable, and ordered by time so that the ledger grows at its end.
public final class AnalysisIds {
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
}
