package koalens.benchmarks.media;

import java.util.List;
import java.util.Locale;

/// A made-up food: the same ingredients named in several languages, the main one first.
///
/// @param name what the package calls it
/// @param lists the ingredient list in each language
record Product(String name, List<PrintedList> lists) {

  Product {
    lists = List.copyOf(lists);
  }

  /// The same printed in capitals.
  Product inCapitals() {
    return new Product(
        name,
        lists.stream()
            .map(list ->
                new PrintedList(
                    list.language(),
                    list.text().toUpperCase(Locale.forLanguageTag(list.language()))))
            .toList());
  }

  /// An ingredient list as printed.
  ///
  /// @param language the language, as ISO 639-1 code
  /// @param text heading, ingredients and traces
  record PrintedList(String language, String text) {}
}
