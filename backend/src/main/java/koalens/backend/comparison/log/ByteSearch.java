package koalens.backend.comparison.log;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/// Finds bytes eight at a time (SWAR: each byte of a `long` is tested at once). A log of a gigabyte
/// is walked over by little else.
final class ByteSearch {
  private static final VarHandle EIGHT =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
  private static final long ONES = 0x0101010101010101L;
  private static final long LOW = 0x7F7F7F7F7F7F7F7FL;
  private static final long QUOTES = ONES * '"';
  private static final long BACKSLASHES = ONES * '\\';
  private static final long BREAKS = ONES * '\n';

  private ByteSearch() {}

  /// The first quote, backslash or line break; `to` without any.
  static int textMark(byte[] bytes, int from, int to) {
    int at = from;
    for (; to - at >= Long.BYTES; at += Long.BYTES) {
      long eight = (long) EIGHT.get(bytes, at);
      long found = zeros(eight ^ QUOTES) | zeros(eight ^ BACKSLASHES) | zeros(eight ^ BREAKS);
      if (found != 0) {
        return at + (Long.numberOfTrailingZeros(found) >>> 3);
      }
    }
    while (at < to && bytes[at] != '"' && bytes[at] != '\\' && bytes[at] != '\n') {
      at++;
    }
    return at;
  }

  /// How many line breaks there are.
  static int breaks(byte[] bytes, int from, int to) {
    int count = 0;
    int at = from;
    for (; to - at >= Long.BYTES; at += Long.BYTES) {
      count += Long.bitCount(zeros((long) EIGHT.get(bytes, at) ^ BREAKS));
    }
    for (; at < to; at++) {
      count += bytes[at] == '\n' ? 1 : 0;
    }
    return count;
  }

  // The upper bit of each byte that is zero, and no other (Warren, Hacker's Delight, 6-1).
  private static long zeros(long eight) {
    return ~(((eight & LOW) + LOW) | eight | LOW);
  }
}
