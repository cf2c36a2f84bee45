package koalens.engine.knowledge.source;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import koalens.engine.knowledge.Entry;
import koalens.engine.knowledge.Status;

/// What is wrong, or worth a look, in the knowledge files.
///
/// @param entries every concept with what it inherits, by id
/// @param faults what must be mended before it can be compiled, each with file and line
/// @param nearPairs names of one language a letter apart, one vegan and one not: neither may ever
///   be guessed from the other
public record KnowledgeCheck(
    Map<String, Entry> entries, List<String> faults, List<String> nearPairs) {
  private static final int SHORTEST_NEAR = 5;

  /// Checks a knowledge folder.
  public static KnowledgeCheck of(KnowledgeSource source) {
    var inheritance = new Inheritance(source.concepts());
    Map<String, Entry> entries = inheritance.entries();
    List<String> faults = new ArrayList<>(inheritance.faults());
    for (SourceLanguage language : source.languages()) {
      faults.addAll(new NameCheck(entries).faults(language));
    }
    faults.addAll(ExampleCheck.faults(source));
    return new KnowledgeCheck(entries, List.copyOf(faults), List.copyOf(pairs(source, entries)));
  }

  private static List<String> pairs(KnowledgeSource source, Map<String, Entry> entries) {
    var pairs = new ArrayList<String>();
    for (SourceLanguage language : source.languages()) {
      Map<String, Entry> words = words(language, entries);
      // word without one letter → words that leave it
      Map<String, TreeSet<String>> left = new HashMap<>();
      words
          .keySet()
          .forEach(word ->
              shortened(word)
                  .forEach(rest -> left.computeIfAbsent(rest, _ -> new TreeSet<>()).add(word)));
      var found = new TreeSet<String>();
      left.forEach((rest, near) -> {
        near.forEach(one -> near.forEach(other -> add(one, other, words, found)));
        if (words.containsKey(rest)) {
          near.forEach(one -> add(rest, one, words, found));
        }
      });
      found.forEach(pair -> pairs.add(language.code() + ": " + pair));
    }
    return pairs;
  }

  private static Map<String, Entry> words(SourceLanguage language, Map<String, Entry> entries) {
    var words = new HashMap<String, Entry>();
    for (SourceNames block : language.names()) {
      Entry entry = entries.get(block.id());
      for (String name : block.names()) {
        List<String> parts = Words.of(name);
        if (entry != null && parts.size() == 1 && parts.getFirst().length() >= SHORTEST_NEAR) {
          words.putIfAbsent(parts.getFirst(), entry);
        }
      }
    }
    return words;
  }

  private static List<String> shortened(String word) {
    var shortened = new ArrayList<String>(word.length());
    for (int i = 0; i < word.length(); i++) {
      shortened.add(word.substring(0, i) + word.substring(i + 1));
    }
    return shortened;
  }

  private static void add(
      String one, String other, Map<String, Entry> words, TreeSet<String> found) {
    Entry vegan = words.get(one);
    Entry animal = words.get(other);
    if (vegan != null
        && animal != null
        && vegan.status() == Status.VEGAN
        && animal.status() == Status.NON_VEGAN) {
      found.add("'" + one + "' (" + vegan.id() + ") and '" + other + "' (" + animal.id() + ")");
    }
  }
}
