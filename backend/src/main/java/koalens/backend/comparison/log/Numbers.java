package koalens.backend.comparison.log;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;

/// Reads numbers and times from bytes.
final class Numbers {
  private static final int[] TENS = {1, 10, 100, 1_000};
  private static final long MICROS_A_SECOND = 1_000_000;
  private static final int PLAIN_TIME = "2026-11-27T03:40:12".length();
  private static final double SECONDS_BELOW = 1e11;

  private Numbers() {}

  /// The number times a thousand, rounded; [Line#NOT_SAID] when it is none.
  static long thousandths(byte[] bytes, int from, int to) {
    long value = 0;
    int decimals = -1;
    int at = from;
    boolean negative = at < to && bytes[at] == '-';
    at += negative ? 1 : 0;
    if (at == to || to - at > 15) {
      return slow(bytes, from, to);
    }
    for (; at < to; at++) {
      int digit = bytes[at] - '0';
      if (digit >= 0 && digit <= 9) {
        if (decimals < 3) {
          value = value * 10 + digit;
          decimals += decimals >= 0 ? 1 : 0;
        }
      } else if (bytes[at] == '.' && decimals < 0) {
        decimals = 0;
      } else {
        return slow(bytes, from, to);
      }
    }
    long scaled = value * TENS[3 - Math.max(0, decimals)];
    return negative ? -scaled : scaled;
  }

  private static long slow(byte[] bytes, int from, int to) {
    try {
      double value = Double.parseDouble(text(bytes, from, to));
      return Double.isFinite(value) ? Math.round(value * 1_000) : Line.NOT_SAID;
    } catch (NumberFormatException e) {
      return Line.NOT_SAID;
    }
  }

  /// Microseconds since 1970 of a time in ISO 8601, or of seconds, milliseconds, microseconds or
  /// nanoseconds since then.
  static long micros(byte[] bytes, int from, int to) {
    if (to - from > PLAIN_TIME && bytes[from + 4] == '-' && bytes[to - 1] == 'Z') {
      long whole = plain(bytes, from);
      return whole == Line.NOT_SAID ? whole : whole + fraction(bytes, from + PLAIN_TIME, to - 1);
    }
    return slowTime(text(bytes, from, to));
  }

  private static long plain(byte[] bytes, int from) {
    int year = digits(bytes, from, 4);
    int month = digits(bytes, from + 5, 2);
    int day = digits(bytes, from + 8, 2);
    int hour = digits(bytes, from + 11, 2);
    int minute = digits(bytes, from + 14, 2);
    int second = digits(bytes, from + 17, 2);
    boolean isTime =
        year > 0
            && month >= 1
            && month <= 12
            && day >= 1
            && day <= 31
            && hour >= 0
            && minute >= 0
            && second >= 0;
    return isTime
        ? (daysSince1970(year, month, day) * 86_400 + hour * 3_600L + minute * 60L + second)
            * MICROS_A_SECOND
        : Line.NOT_SAID;
  }

  // Counted from March, so that leap days come last (Hinnant, days_from_civil).
  private static long daysSince1970(int year, int month, int day) {
    long fromMarch = month <= 2 ? year - 1L : year;
    long era = fromMarch / 400;
    long ofEra = fromMarch - era * 400;
    long ofYear = (153L * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1;
    return era * 146_097 + ofEra * 365 + ofEra / 4 - ofEra / 100 + ofYear - 719_468;
  }

  private static int digits(byte[] bytes, int from, int count) {
    int value = 0;
    for (int i = from; i < from + count; i++) {
      int digit = bytes[i] - '0';
      if (digit < 0 || digit > 9) {
        return -1;
      }
      value = value * 10 + digit;
    }
    return value;
  }

  private static long fraction(byte[] bytes, int from, int to) {
    long micros = 0;
    long unit = MICROS_A_SECOND;
    for (int i = from + 1; i < to && unit > 1; i++) {
      unit /= 10;
      micros += Math.clamp(bytes[i] - '0', 0, 9) * unit;
    }
    return micros;
  }

  private static long slowTime(String text) {
    try {
      return sinceEpoch(OffsetDateTime.parse(text).toInstant());
    } catch (DateTimeParseException e) {
      return sinceNumber(text);
    }
  }

  private static long sinceNumber(String text) {
    try {
      double number = Double.parseDouble(text);
      if (!Double.isFinite(number)) {
        return Line.NOT_SAID;
      }
      while (Math.abs(number) >= SECONDS_BELOW) {
        number /= 1_000;
      }
      return (long) (number * MICROS_A_SECOND);
    } catch (NumberFormatException e) {
      return Line.NOT_SAID;
    }
  }

  private static long sinceEpoch(Instant time) {
    return ChronoUnit.MICROS.between(
        OffsetDateTime.of(1970, 1, 1, 0, 0, 0, 0, ZoneOffset.UTC).toInstant(), time);
  }

  private static String text(byte[] bytes, int from, int to) {
    return new String(bytes, from, to - from, StandardCharsets.UTF_8).strip();
  }
}
