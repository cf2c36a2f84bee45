package koalens.engine.knowledge.source;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import koalens.engine.knowledge.WordClass;

/// Other ways labels write a name: "mono & diglycerides" for "mono and diglycerides".
final class Spellings {
  private final Set<String> joining;

  Spellings(SourceLanguage language) {
    this.joining = Set.copyOf(language.classes().getOrDefault(WordClass.AND, List.of()));
  }

  /// The folded words of every other spelling of the names of a concept.
  Set<List<String>> of(SourceNames block) {
    var spellings = new LinkedHashSet<List<String>>();
    for (String name : block.names()) {
      List<String> words = Words.of(name);
      add(words, withSigns(words), spellings);
    }
    return spellings;
  }

  private static void add(List<String> words, List<String> other, Set<List<String>> spellings) {
    if (!other.equals(words)) {
      spellings.add(other);
    }
  }

  private List<String> withSigns(List<String> words) {
    return words.size() < 2
        ? words
        : words.stream().map(word -> joining.contains(word) ? "&" : word).toList();
  }
}
