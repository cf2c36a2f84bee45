package koalens.engine.knowledge;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// What a word nobody knows may have been before a camera, a printer or a hurried finger changed
/// it. Read-only once filled, then thread-safe.
final class Misreadings {
  private static final int SHORTEST_WORD = 5;
  private static final int SHORTEST_NEAR = 5;
  private static final int MOST_SPELLINGS = 24;

  /// Pairs that readers of print confuse, and letters that typists leave the marks off: what is
  /// seen → what was meant.
  private static final List<String[]> CONFUSIONS =
      List.of(
          new String[] {"rn", "m"},
          new String[] {"vv", "w"},
          new String[] {"cl", "d"},
          new String[] {"i", "j"},
          new String[] {"i", "l"},
          new String[] {"l", "i"},
          new String[] {"1", "l"},
          new String[] {"1", "i"},
          new String[] {"0", "o"},
          new String[] {"5", "s"},
          new String[] {"8", "b"},
          new String[] {"o", "ö"},
          new String[] {"a", "ä"},
          new String[] {"a", "å"},
          new String[] {"ae", "ä"},
          new String[] {"oe", "ö"},
          new String[] {"u", "ü"});

  private final Map<String, Entry> animalsWithoutOneLetter = new HashMap<>();

  /// Makes an animal entry findable by a spelling one letter off.
  void addAnimal(String name, Entry entry) {
    if (name.length() >= SHORTEST_NEAR) {
      animalsWithoutOneLetter.putIfAbsent(name, entry);
      for (int i = 0; i < name.length(); i++) {
        animalsWithoutOneLetter.putIfAbsent(without(name, i), entry);
      }
    }
  }

  private static String without(String word, int index) {
    return word.substring(0, index) + word.substring(index + 1);
  }

  /// Other spellings of the word, by up to two confusions, the likeliest first.
  List<String> spellings(String word) {
    if (word.length() < SHORTEST_WORD) {
      return List.of();
    }
    Set<String> seen = new HashSet<>(Set.of(word));
    List<String> spellings = new ArrayList<>();
    collect(word, seen, spellings);
    for (String once : List.copyOf(spellings)) {
      collect(once, seen, spellings);
    }
    return spellings;
  }

  private static void collect(String word, Set<String> seen, List<String> spellings) {
    for (String[] confusion : CONFUSIONS) {
      int at = word.indexOf(confusion[0]);
      while (at >= 0 && spellings.size() < MOST_SPELLINGS) {
        String other =
            word.substring(0, at) + confusion[1] + word.substring(at + confusion[0].length());
        if (seen.add(other)) {
          spellings.add(other);
        }
        at = word.indexOf(confusion[0], at + 1);
      }
    }
  }

  /// An animal product whose name is one letter off, if any: added, dropped or changed.
  Optional<Entry> nearestAnimal(String word) {
    if (word.length() < SHORTEST_NEAR) {
      return Optional.empty();
    }
    Entry exact = animalsWithoutOneLetter.get(word);
    if (exact != null) {
      return Optional.of(exact);
    }
    for (int i = 0; i < word.length(); i++) {
      Entry entry = animalsWithoutOneLetter.get(without(word, i));
      if (entry != null) {
        return Optional.of(entry);
      }
    }
    return Optional.empty();
  }
}
