package koalens.engine.knowledge;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/// Every name of each entry: the automaton read backwards. Immutable and thread-safe; made when it
/// is first needed, since judging a label needs none.
final class NameIndex {
  private final Automaton automaton;
  private final Meanings meanings;
  private final Entries entries;
  private final int[] firsts;
  private final int[] names;

  NameIndex(Automaton automaton, Meanings meanings, Entries entries) {
    this.automaton = automaton;
    this.meanings = meanings;
    this.entries = entries;
    int count = entries.size();
    int size = automaton.size();
    this.firsts = new int[count + 1];
    for (int name = 0; name < size; name++) {
      for (int i = meanings.first(name); i >= 0; i = meanings.next(i)) {
        if (isName(i)) {
          firsts[entry(i) + 1]++;
        }
      }
    }
    for (int entry = 0; entry < count; entry++) {
      firsts[entry + 1] += firsts[entry];
    }
    this.names = new int[firsts[count]];
    var next = firsts.clone();
    for (int name = 0; name < size; name++) {
      for (int i = meanings.first(name); i >= 0; i = meanings.next(i)) {
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
    int entry = entries.number(id);
    var found = new ArrayList<String>();
    for (int i = entry < 0 ? 0 : firsts[entry]; i < firsts[entry + 1]; i++) {
      if (holds(names[i], entry, set)) {
        found.add(automaton.spelling(names[i]));
      }
    }
    found.sort(Comparator.naturalOrder());
    return found;
  }

  private boolean holds(int name, int entry, int set) {
    for (int i = meanings.first(name); i >= 0; i = meanings.next(i)) {
      if (isName(i) && entry(i) == entry && (meanings.languages(i) & set) != 0) {
        return true;
      }
    }
    return false;
  }
}
