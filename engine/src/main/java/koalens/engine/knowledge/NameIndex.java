package koalens.engine.knowledge;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// Every name of each entry: the automaton read backwards. Immutable and thread-safe; made when it
/// is first needed, since judging a label needs none.
final class NameIndex {
  private final Automaton automaton;
  private final Meanings meanings;
  private final Map<String, Integer> numbers;
  private final int[] firsts;
  private final int[] names;

  /// @param numbers the number of each entry, by id
  NameIndex(Automaton automaton, Meanings meanings, Map<String, Integer> numbers) {
    this.automaton = automaton;
    this.meanings = meanings;
    this.numbers = numbers;
    int entries = numbers.size();
    this.firsts = new int[entries + 1];
    for (int name = 0; name < automaton.size(); name++) {
      for (int i = meanings.first(name); i < meanings.last(name); i++) {
        if (isName(i)) {
          firsts[entry(i) + 1]++;
        }
      }
    }
    for (int entry = 0; entry < entries; entry++) {
      firsts[entry + 1] += firsts[entry];
    }
    this.names = new int[firsts[entries]];
    var next = firsts.clone();
    for (int name = 0; name < automaton.size(); name++) {
      for (int i = meanings.first(name); i < meanings.last(name); i++) {
        if (isName(i)) {
          names[next[entry(i)]++] = name;
        }
      }
    }
  }

  private boolean isName(int index) {
    return Reference.use(meanings.reference(index)) == Reference.NAME;
  }

  private int entry(int index) {
    return Reference.index(meanings.reference(index));
  }

  /// The folded names of an entry in one of the languages, in alphabetical order.
  List<String> of(String id, int set) {
    int entry = numbers.getOrDefault(id, -1);
    var found = new ArrayList<String>();
    for (int i = entry < 0 ? 0 : firsts[entry]; i < firsts[entry + 1]; i++) {
      if (holds(names[i], entry, set)) {
        found.add(automaton.spelling(names[i]));
      }
    }
    return found;
  }

  private boolean holds(int name, int entry, int set) {
    for (int i = meanings.first(name); i < meanings.last(name); i++) {
      if (isName(i) && entry(i) == entry && (meanings.languages(i) & set) != 0) {
        return true;
      }
    }
    return false;
  }
}
