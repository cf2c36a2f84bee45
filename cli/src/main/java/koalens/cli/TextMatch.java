package koalens.cli;

import java.util.Locale;

/// Finds a text in one that was read, letters misread allowed: the fewest letters that must be
/// dropped, added or changed to make it of any part of the other (Sellers 1980, J. Algorithms
/// 1:359–373). Compared are letters and digits in lower case, a space for whatever is between.
final class TextMatch {
  private static final int SHORT = 4;
  private static final int LONG = 8;

  private final String read;

  TextMatch(String read) {
    this.read = normal(read);
  }

  /// How many letters of the text the reading has wrong, at best.
  int errors(String text) {
    String wanted = normal(text);
    var before = new int[read.length() + 1];
    for (int i = 1; i <= wanted.length(); i++) {
      var now = new int[before.length];
      now[0] = i;
      for (int j = 1; j < now.length; j++) {
        int changed = before[j - 1] + (wanted.charAt(i - 1) == read.charAt(j - 1) ? 0 : 1);
        now[j] = Math.min(changed, 1 + Math.min(before[j], now[j - 1]));
      }
      before = now;
    }
    int least = wanted.length();
    for (int errors : before) {
      least = Math.min(least, errors);
    }
    return least;
  }

  boolean has(String name) {
    return read.contains(normal(name));
  }

  /// Whether the name was read with a letter off, or two where it is long; short names exactly.
  boolean nearlyHas(String name) {
    int length = normal(name).length();
    return errors(name) <= (length < SHORT ? 0 : length < LONG ? 1 : 2);
  }

  /// How many characters of it are compared.
  static int length(String text) {
    return normal(text).length();
  }

  private static String normal(String text) {
    return text.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}]+", " ").strip();
  }
}
