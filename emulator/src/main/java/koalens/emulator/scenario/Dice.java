package koalens.emulator.scenario;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.SplittableRandom;

/// Randomness that is the same for the same seed and text, whatever else happens. Not thread-safe.
public final class Dice {
  private final SplittableRandom random;

  private Dice(long seed) {
    this.random = new SplittableRandom(seed);
  }

  /// Dice for what these bytes say.
  public static Dice of(long seed, byte[] content, long occurrence) {
    MessageDigest digest = sha256();
    digest.update(ByteBuffer.allocate(16).putLong(seed).putLong(occurrence).flip());
    return new Dice(ByteBuffer.wrap(digest.digest(content)).getLong());
  }

  /// Dice for what this text says.
  public static Dice of(long seed, String content) {
    return of(seed, content.getBytes(StandardCharsets.UTF_8), 0);
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }

  /// At least 0, less than 1.
  public double share() {
    return random.nextDouble();
  }

  /// Normally distributed, mean 0, deviation 1.
  public double gaussian() {
    return random.nextGaussian();
  }

  /// At least 0, less than the bound.
  public int below(int bound) {
    return random.nextInt(bound);
  }

  /// Any number.
  public long number() {
    return random.nextLong();
  }

  /// So many letters and digits, for an identifier.
  public String letters(int count) {
    String alphabet = "abcdefghijkmnpqrstuvwxyz23456789";
    var letters = new StringBuilder(count);
    for (int i = 0; i < count; i++) {
      letters.append(alphabet.charAt(below(alphabet.length())));
    }
    return letters.toString();
  }
}
