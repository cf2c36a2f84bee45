package koalens.engine.knowledge;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// The words of one language. Filled by [KnowledgeReader], read-only after, then thread-safe.
final class Lexicon {
  private static final int SHORTEST_STEM = 4;

  private final String language;
  private final Phrases phrases = new Phrases();
  private final CompoundSplitter compounds;
  private final List<String> endings;
  private final Map<String, List<String>> names = new HashMap<>();

  Lexicon(String language, Set<String> links, List<String> endings) {
    this.language = language;
    this.compounds = new CompoundSplitter(links);
    this.endings = List.copyOf(endings);
    phrases.add(List.of("&"), new Meaning.Says(WordClass.AND));
  }

  String language() {
    return language;
  }

  void addName(Entry entry, String name, List<String> words) {
    names.computeIfAbsent(entry.id(), _ -> new ArrayList<>()).add(name);
    add(words, new Meaning.Names(entry, false));
  }

  void addAdjective(Entry entry, List<String> words) {
    phrases.add(words, new Meaning.Names(entry, true));
  }

  /// Another spelling of a name: found, but never shown.
  void addSpelling(Entry entry, List<String> words) {
    phrases.add(words, new Meaning.Names(entry, false));
  }

  void addStem(Entry entry, String stem) {
    compounds.add(stem, new Meaning.Names(entry, false));
  }

  void addWord(WordClass wordClass, List<String> words) {
    add(words, new Meaning.Says(wordClass));
  }

  private void add(List<String> words, Meaning meaning) {
    phrases.add(words, meaning);
    if (words.size() == 1) {
      compounds.add(words.getFirst(), meaning);
    }
  }

  /// All names of the entry, the one to show first.
  List<String> names(String id) {
    return names.getOrDefault(id, List.of());
  }

  Phrases.@Nullable Match longest(List<String> words, int from) {
    return phrases.longest(words, from);
  }

  /// The meaning of a word that is no name as it stands: a stem printed alone, or a name with one
  /// of the language's endings.
  @Nullable Meaning inflected(String word) {
    Meaning stem = compounds.part(word);
    if (stem != null) {
      return stem;
    }
    for (String ending : endings) {
      if (word.endsWith(ending) && word.length() - ending.length() >= SHORTEST_STEM) {
        Meaning meaning = phrases.single(word.substring(0, word.length() - ending.length()));
        if (meaning != null) {
          return meaning;
        }
      }
    }
    return null;
  }

  List<CompoundSplitter.Part> split(String word) {
    return compounds.split(word);
  }
}
