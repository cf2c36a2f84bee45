package koalens.backend.reading;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/// Knows the marks of countries and languages before a list: *SE*, *(FIN)*, *DK/NO:*.
final class LanguageMark {
  private static final Set<String> CODES = codes();
  private static final Pattern BETWEEN = Pattern.compile("[^\\p{L}]+");

  private LanguageMark() {}

  private static Set<String> codes() {
    var codes = new HashSet<>(Set.of("S", "N", "D", "F", "I", "E", "P", "UK", "SWE", "DAN", "NOR"));
    codes.addAll(Set.of(Locale.getISOCountries()));
    codes.addAll(Locale.getISOCountries(Locale.IsoCountryCode.PART1_ALPHA3));
    Arrays.stream(Locale.getISOLanguages())
        .map(code -> code.toUpperCase(Locale.ROOT))
        .forEach(codes::add);
    return Set.copyOf(codes);
  }

  /// Whether words are nothing but such marks; so when there are none.
  static boolean areAll(List<ReadWord> words) {
    return words.stream()
        .flatMap(word -> Arrays.stream(BETWEEN.split(word.text())))
        .allMatch(run -> run.isEmpty() || CODES.contains(run));
  }
}
