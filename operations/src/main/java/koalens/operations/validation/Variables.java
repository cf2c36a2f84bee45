package koalens.operations.validation;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/// Fills `${names}` in. Immutable.
record Variables(Map<String, String> values) {
  private static final Pattern PLACE = Pattern.compile("\\$\\{([A-Za-z][A-Za-z0-9]*)\\}");

  Variables {
    values = Map.copyOf(values);
  }

  /// The first name in the text that has no value.
  Optional<String> missing(String text) {
    return PLACE
        .matcher(text)
        .results()
        .map(place -> place.group(1))
        .filter(name -> !values.containsKey(name))
        .findFirst();
  }

  String fill(String text) {
    return PLACE.matcher(text).replaceAll(place -> quoted(place));
  }

  /// The text with values that mean themselves in a regular expression.
  String fillQuoted(String text) {
    var quoted = new HashMap<String, String>();
    values.forEach((name, value) -> quoted.put(name, Pattern.quote(value)));
    return new Variables(quoted).fill(text);
  }

  private String quoted(MatchResult place) {
    String value = values.get(place.group(1));
    return java.util.regex.Matcher.quoteReplacement(value == null ? place.group() : value);
  }
}
