package koalens.engine.knowledge;

import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// Gathers the names of all languages and lays them out as [Automaton] and [Meanings]. Used once.
final class LexiconBuilder {
  // A language counts as speaking a word when it uses it at least a quarter as often as the
  // language that uses it most: loan words in a few names tell nothing.
  private static final int SHARE = 4;

  // name → reference → languages
  private final TreeMap<String, Map<Integer, Integer>> names = new TreeMap<>();
  // What compiled words speak for stays as it was.
  private final Map<String, Integer> told = new HashMap<>();
  private final Map<String, int[]> uses = new HashMap<>();

  /// Takes over everything that is compiled already.
  void addAll(Automaton automaton, Meanings meanings) {
    for (int name = 0; name < automaton.size(); name++) {
      var copied = new LinkedHashMap<Integer, Integer>();
      for (int i = meanings.first(name); i >= 0; i = meanings.next(i)) {
        copied.merge(meanings.reference(i), meanings.languages(i), (one, other) -> one | other);
      }
      copied.values().removeIf(languages -> languages == Languages.NONE);
      String spelling = automaton.spelling(name);
      names.put(spelling, copied);
      told.put(spelling, meanings.evidence(name));
    }
  }

  boolean knows(List<String> words, int language) {
    Map<Integer, Integer> meanings = names.get(String.join(" ", words));
    return meanings != null
        && meanings.values().stream().anyMatch(languages -> (languages & language) != 0);
  }

  /// Adds a meaning of some words; the first meaning that a language gives them stays.
  void add(List<String> words, int language, int reference) {
    Map<Integer, Integer> meanings =
        names.computeIfAbsent(String.join(" ", words), _ -> new LinkedHashMap<>());
    boolean taken =
        meanings.entrySet().stream()
            .anyMatch(known ->
                (known.getValue() & language) != 0 && isStem(known.getKey()) == isStem(reference));
    if (!taken) {
      meanings.merge(reference, language, (one, other) -> one | other);
    }
  }

  private static boolean isStem(int reference) {
    return Reference.use(reference) == Reference.STEM;
  }

  /// Counts the words as used in the language.
  void speak(int language, List<String> words) {
    for (String word : words) {
      names.computeIfAbsent(word, _ -> new LinkedHashMap<>());
      uses.computeIfAbsent(word, _ -> new int[Integer.SIZE])[
          Integer.numberOfTrailingZeros(language)]++;
    }
  }

  Automaton automaton() {
    var builder = new AutomatonBuilder();
    names.keySet().forEach(builder::add);
    return builder.build();
  }

  /// @param automaton gives the names their numbers
  Meanings meanings(Automaton automaton) {
    var builder = new MeaningsBuilder();
    for (int number = 0; number < names.size(); number++) {
      String name = automaton.spelling(number);
      builder.add(names.getOrDefault(name, Map.of()), evidence(name));
    }
    return builder.meanings();
  }

  private int evidence(String name) {
    Integer before = told.get(name);
    if (before != null) {
      return before;
    }
    int[] counts = uses.get(name);
    if (counts == null) {
      return Languages.NONE;
    }
    int most = Arrays.stream(counts).max().orElse(0);
    int set = Languages.NONE;
    for (int language = 0; language < counts.length; language++) {
      if (counts[language] > 0 && counts[language] * SHARE >= most) {
        set |= 1 << language;
      }
    }
    return set;
  }
}
