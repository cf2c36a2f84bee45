package koalens.backend.experiment;

import java.util.Optional;

/// Where in the half-open range from 0 to 1 a value falls, the same for ever: the bucket hash of
/// GrowthBook (growthbook/growthbook, `packages/sdk-js/src/util.ts`), so that other tools can
/// compute who was in which variant. Thread-safe.
public enum BucketHash {
  /// Thousandths of `value + seed`. Neighbouring experiments split alike: for old data only.
  V1 {
    @Override
    public double bucket(String seed, String value) {
      return unsignedRemainder(fnv1a(value + seed), 1_000) / 1_000.0;
    }
  },
  /// Ten-thousandths of `seed + value`, hashed twice.
  V2 {
    @Override
    public double bucket(String seed, String value) {
      String once = Integer.toUnsignedString(fnv1a(seed + value));
      return unsignedRemainder(fnv1a(once), 10_000) / 10_000.0;
    }
  };

  private static final int OFFSET_BASIS = 0x811C9DC5;
  private static final int PRIME = 0x01000193;

  /// The bucket of the value, at least 0 and less than 1.
  ///
  /// @param seed what makes experiments split independently of each other
  /// @param value what is assigned: a user's id
  public abstract double bucket(String seed, String value);

  /// The hash published under the number; empty when there is none.
  public static Optional<BucketHash> version(int number) {
    return switch (number) {
      case 1 -> Optional.of(V1);
      case 2 -> Optional.of(V2);
      default -> Optional.empty();
    };
  }

  // Over UTF-16 units, as the published one; over bytes, "å" would fall elsewhere.
  private static int fnv1a(String text) {
    int hash = OFFSET_BASIS;
    for (int i = 0; i < text.length(); i++) {
      hash = (hash ^ text.charAt(i)) * PRIME;
    }
    return hash;
  }

  private static int unsignedRemainder(int hash, int divisor) {
    return Integer.remainderUnsigned(hash, divisor);
  }
}
