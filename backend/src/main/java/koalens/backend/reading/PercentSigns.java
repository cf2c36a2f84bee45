package koalens.backend.reading;

import java.util.regex.Pattern;

/// Mends percent signs, which are often read as digits or letters: *(47 96)*, *(13 Yo)*. No number
/// stands behind another in an ingredient list.
final class PercentSigns {
  private static final String NUMBER = "(\\d{1,2}(?:[.,]\\d{1,2})?)";

  private static final Pattern IN_BRACKETS =
      Pattern.compile("\\(" + NUMBER + " (?!\\d{3})[\\d%&°/oOYV]{1,3}\\)");

  private static final Pattern WITHOUT_SPACE =
      Pattern.compile("\\(" + NUMBER + "(?:96|90|26|&|[%Y]o)\\)");

  private static final Pattern BEHIND_A_WORD =
      Pattern.compile("(?<=\\p{L} )" + NUMBER + " (?:96|90|26|&|[%Y]o)(?=[,.;])");

  private PercentSigns() {}

  static String mended(String text) {
    String bracketed = IN_BRACKETS.matcher(text).replaceAll("($1 %)");
    String close = WITHOUT_SPACE.matcher(bracketed).replaceAll("($1 %)");
    return BEHIND_A_WORD.matcher(close).replaceAll("$1 %");
  }
}
