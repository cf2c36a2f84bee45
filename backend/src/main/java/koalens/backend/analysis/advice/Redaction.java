package koalens.backend.analysis.advice;

import java.util.List;
import java.util.regex.Pattern;

/// Takes out of a text what tells who a person is, as far as its form gives it away.
final class Redaction {
  private static final int LONGEST = 4_000;
  private static final String GONE = "[…]";
  private static final List<Pattern> PERSONAL =
      List.of(
          Pattern.compile("[\\p{L}\\p{N}._%+-]{1,64}@[\\p{L}\\p{N}.-]{1,255}"),
          Pattern.compile("(?i)\\b(?:https?://|www\\.)\\S{1,2000}"),
          Pattern.compile("\\+?\\d(?:[ ()./-]?\\d){5,}"));

  private Redaction() {}

  /// The beginning of the text, with mail addresses, links, telephone and other long numbers
  /// replaced.
  static String of(String text) {
    String redacted = text.length() > LONGEST ? text.substring(0, LONGEST) : text;
    for (Pattern pattern : PERSONAL) {
      redacted = pattern.matcher(redacted).replaceAll(GONE);
    }
    return redacted;
  }
}
