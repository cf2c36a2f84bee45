package koalens.engine.knowledge.source;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import koalens.engine.knowledge.WordClass;

/// Other ways labels write a name: "mono & diglycerides" for "mono and diglycerides", *gradde* or
/// *graedde* for *grädde*. Made by the compiler, so that no look-up pays for them.
final class Spellings {
  private static final String[][] PLAIN = {
    {"å", "a"}, {"ä", "a"}, {"ö", "o"}, {"ü", "u"}, {"æ", "ae"}, {"ø", "o"}
  };
  private static final String[][] LONG = {
    {"å", "aa"}, {"ä", "ae"}, {"ö", "oe"}, {"ü", "ue"}, {"æ", "ae"}, {"ø", "oe"}
  };

  private static final int SHORTEST = 5;

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
      add(words, respelled(words, PLAIN), spellings);
      add(words, respelled(words, LONG), spellings);
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

  // "gradde" for "grädde", as keyboards and capitals without marks leave it. Short words stay: too
  // many are another word without their marks (*färs*, *fars*).
  private static List<String> respelled(List<String> words, String[][] letters) {
    return words.stream()
        .map(word -> word.length() < SHORTEST ? word : respelled(word, letters))
        .toList();
  }

  private static String respelled(String word, String[][] letters) {
    String respelled = word;
    for (String[] letter : letters) {
      respelled = respelled.replace(letter[0], letter[1]);
    }
    return respelled;
  }
}
