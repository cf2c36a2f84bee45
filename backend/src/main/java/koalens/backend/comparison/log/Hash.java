package koalens.backend.comparison.log;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/// 64 bits that stand for an id: those of 16 hexadecimal digits themselves, of any other a hash.
public final class Hash {
  private static final long PRIME = 0x9FB21C651E98DF25L;
  private static final int HEXADECIMAL = 16;
  private static final VarHandle EIGHT =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
  private static final long SEED = 0x9E3779B97F4A7C15L;

  private static final byte[] DIGITS = digits();

  private Hash() {}

  /// The hash of a text; never 0.
  public static long of(String text) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    return of(bytes, 0, bytes.length);
  }

  static long of(byte[] bytes, int from, int to) {
    long digits = to - from == HEXADECIMAL ? hexadecimal(bytes, from) : 0;
    return digits == 0 ? mixed(bytes, from, to) : digits;
  }

  /// A quick hash of the length and both ends; its upper bits are the best.
  static long ofEnds(byte[] bytes, int from, int to) {
    if (to - from < Long.BYTES) {
      return mixed(bytes, from, to) * PRIME;
    }
    long ends = (long) EIGHT.get(bytes, from) * SEED ^ (long) EIGHT.get(bytes, to - Long.BYTES);
    return ((ends ^ ends >>> 29) + to - from) * PRIME;
  }

  // 0 when they are no digits.
  private static long hexadecimal(byte[] bytes, int from) {
    long value = 0;
    int all = 0;
    for (int i = from; i < from + HEXADECIMAL; i++) {
      int digit = DIGITS[bytes[i] & 0xFF];
      all |= digit;
      value = value << 4 | (digit & 0xF);
    }
    return all < 0 ? 0 : value;
  }

  private static byte[] digits() {
    byte[] digits = new byte[256];
    for (int b = 0; b < digits.length; b++) {
      digits[b] = b < 128 ? (byte) Character.digit(b, 16) : -1;
    }
    return digits;
  }

  private static long mixed(byte[] bytes, int from, int to) {
    long hash = SEED + to - from;
    int at = from;
    for (; to - at >= Long.BYTES; at += Long.BYTES) {
      hash = (hash ^ (long) EIGHT.get(bytes, at)) * PRIME;
      hash ^= hash >>> 29;
    }
    for (; at < to; at++) {
      hash = (hash ^ bytes[at]) * PRIME;
      hash ^= hash >>> 29;
    }
    hash ^= hash >>> 32;
    return hash == 0 ? 1 : hash;
  }
}
