package koalens.engine.knowledge;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/// The grammar of additive numbers as labels print them: `E471`, `e-471`, `E 160 a`, `E12O` with a
/// misread zero, `INS 428`, `E472e`, `E471i`.
final class AdditiveNumber {
  private AdditiveNumber() {}

  /// The entry id written at the front of the words, and how many words it takes.
  record Found(String id, int words) {}

  private static final int SHORTEST = 3;
  // "E no. 120", "E-Nr. 904".
  private static final Set<String> NUMBER_SIGNS =
      Set.of("no", "nr", "n", "n\u00BA", "nro", "num", "nummer");

  /// Whether one may begin with the word: most words show at once that none does.
  static boolean mayBegin(String word) {
    return word.charAt(0) == 'e'
        ? word.length() <= 2 || digit(word.charAt(1), 0) != 0
        : word.equals("ins");
  }

  /// The additive number at the front of the words, if they begin with one.
  static Optional<Found> parse(List<String> words) {
    String first = words.getFirst();
    if (first.equals("e") || first.equals("ins") || first.equals("en")) {
      int number = words.size() > 2 && NUMBER_SIGNS.contains(words.get(1)) ? 2 : 1;
      return words.size() <= number ? Optional.empty() : torn(words, number);
    }
    if (first.length() > 3 && first.charAt(0) == 'e') {
      return digits(first.substring(1), words, 1);
    }
    return Optional.empty();
  }

  // "E 1 2 0", "E 47 1": print puts spaces between digits.
  private static Optional<Found> torn(List<String> words, int at) {
    var number = new StringBuilder(words.get(at));
    int used = at + 1;
    while (number.length() < SHORTEST
        && used < words.size()
        && isDigits(words.get(used))
        && number.length() + words.get(used).length() <= SHORTEST) {
      number.append(words.get(used++));
    }
    return digits(number.toString(), words, used);
  }

  private static boolean isDigits(String word) {
    return word.chars().allMatch(c -> c >= '0' && c <= '9');
  }

  /// Whether the word is a number with its letter, as classes list them without their E: `150d`.
  static boolean isBare(String word) {
    return word.length() > 3
        && Character.isDigit(word.charAt(0))
        && digits(word, List.of(word), 1).isPresent();
  }

  /// The next id a number may be listed under: `e160aii` → `e160ai` → `e160a`; empty at the end.
  static String shortened(String id) {
    char last = id.charAt(id.length() - 1);
    return last >= '0' && last <= '9' ? "" : id.substring(0, id.length() - 1);
  }

  private static Optional<Found> digits(String text, List<String> words, int used) {
    String number = digitsOf(text);
    if (number.length() < SHORTEST || number.length() > 4 || printedDigits(text) < 2) {
      return Optional.empty();
    }
    String suffix = text.substring(number.length());
    if (!suffix.isEmpty() && !isSuffix(suffix)) {
      return Optional.empty();
    }
    boolean letterFollows =
        suffix.isEmpty() && words.size() > used && isLetterSuffix(words.get(used));
    return Optional.of(
        letterFollows
            ? new Found("e" + number + words.get(used), used + 1)
            : new Found("e" + number + suffix, used));
  }

  private static long printedDigits(String text) {
    return text.chars().filter(c -> c >= '0' && c <= '9').count();
  }

  private static String digitsOf(String text) {
    var number = new StringBuilder();
    for (int i = 0; i < text.length(); i++) {
      char digit = digit(text.charAt(i), i);
      if (digit == 0) {
        break;
      }
      number.append(digit);
    }
    return number.toString();
  }

  // Readers of print take O for 0 and l for 1; a number never begins with a letter that means 0.
  private static char digit(char c, int index) {
    if (c >= '0' && c <= '9') {
      return c;
    }
    if (index < 3 && c == 'o' && index > 0) {
      return '0';
    }
    return index < 3 && (c == 'l' || c == 'i') ? '1' : 0;
  }

  private static boolean isSuffix(String text) {
    return isLetterSuffix(text.substring(0, 1))
        ? text.length() == 1 || isRoman(text.substring(1))
        : isRoman(text);
  }

  private static boolean isLetterSuffix(String text) {
    return text.length() == 1
        && text.charAt(0) >= 'a'
        && text.charAt(0) <= 'j'
        && !text.equals("i");
  }

  private static boolean isRoman(String text) {
    return text.chars().allMatch(c -> c == 'i' || c == 'v' || c == 'x');
  }
}
