package koalens.engine.text;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/// A tag of HTML in pasted text: `<b>`, `</span>`, `<br/>`. Brackets around anything else hold an
/// ingredient.
///
/// @param start where it begins
/// @param end where it ends, exclusive
/// @param breaksLine whether what follows stands on a line of its own
record MarkupTag(int start, int end, boolean breaksLine) {
  // Longer than any tag that only marks up a word.
  private static final int LONGEST = 120;
  private static final Pattern ATTRIBUTES =
      Pattern.compile("(?:\\s+[\\w-]++\\s*+=\\s*+(?:\"[^\"]*+\"|'[^']*+'|[^\\s\"'=/]++))*+\\s*+/?");

  /// The tag that begins at the place, where a `<` stands.
  static Optional<MarkupTag> at(String text, int start) {
    int close = text.indexOf('>', start, Math.min(text.length(), start + LONGEST));
    if (close < 0) {
      return Optional.empty();
    }
    int name = text.startsWith("/", start + 1) ? start + 2 : start + 1;
    int nameEnd = name;
    while (nameEnd < close && Character.isLetterOrDigit(text.charAt(nameEnd))) {
      nameEnd++;
    }
    boolean tag = ATTRIBUTES.matcher(text).region(nameEnd, close).matches();
    return tag ? named(text.substring(name, nameEnd), start, close + 1) : Optional.empty();
  }

  private static Optional<MarkupTag> named(String name, int start, int end) {
    return switch (name.toLowerCase(Locale.ROOT)) {
      case "b", "i", "u", "em", "strong", "span", "font", "sup", "sub", "small", "mark", "a" ->
          Optional.of(new MarkupTag(start, end, false));
      case "br", "p", "div", "li", "ul", "ol", "table", "tr", "td", "h1", "h2", "h3" ->
          Optional.of(new MarkupTag(start, end, true));
      default -> Optional.empty();
    };
  }
}
