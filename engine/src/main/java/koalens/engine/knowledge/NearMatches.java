package koalens.engine.knowledge;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// What a word nobody knows may have been before a camera, a printer or a hurried finger changed
/// it. Guesses go towards caution only. Immutable and thread-safe.
final class NearMatches {
  private static final int SHORTEST_WORD = 5;
  private static final int LONGEST_WORD = 40;
  private static final int MOST_SPELLINGS = 24;

  /// What readers of print confuse: what is seen → what was meant.
  private static final String[][] CONFUSIONS = {
    {"rn", "m"},
    {"m", "rn"},
    {"vv", "w"},
    {"cl", "d"},
    {"ii", "u"},
    {"li", "h"},
    {"i", "j"},
    {"j", "i"},
    {"i", "l"},
    {"l", "i"},
    {"l", "t"},
    {"t", "l"},
    {"f", "t"},
    {"1", "l"},
    {"1", "i"},
    {"0", "o"},
    {"5", "s"},
    {"8", "b"},
    {"6", "b"},
    {"9", "g"},
    {"c", "e"},
    {"e", "c"},
    {"n", "u"},
    {"u", "n"},
    {"h", "b"},
    {"q", "g"},
    {"g", "q"}
  };

  private final Lexicon lexicon;

  NearMatches(Lexicon lexicon) {
    this.lexicon = lexicon;
  }

  /// Spellings that print confuses with a word.
  ///
  /// @param all by up to two confusions, the likeliest first; none for a word too short to guess at
  /// @param simple how many of them are by one confusion
  record Spellings(List<String> all, int simple) {
    static final Spellings NONE = new Spellings(List.of(), 0);
  }

  Spellings spellings(String word) {
    if (word.length() < SHORTEST_WORD || word.length() > LONGEST_WORD) {
      return Spellings.NONE;
    }
    Set<String> seen = new HashSet<>(Set.of(word));
    List<String> spellings = new ArrayList<>();
    collect(word, seen, spellings);
    int simple = spellings.size();
    for (int once = 0; once < simple; once++) {
      collect(spellings.get(once), seen, spellings);
    }
    return new Spellings(spellings, simple);
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

  /// The animal product whose name is one letter off, if there is one and no vegan thing is as
  /// near: *custard* one letter from *mustard* settles nothing.
  ///
  /// @param set the languages to look in
  @Nullable Entry nearestAnimal(String word, int set) {
    if (word.length() < SHORTEST_WORD || word.length() > LONGEST_WORD) {
      return null;
    }
    var search = new Search(word, set);
    search.run();
    return search.veganFound ? null : search.animal;
  }

  /// Tries every name one letter off: dropped, changed or added. Used once.
  private final class Search {
    private final String word;
    private final int set;
    private final Automaton automaton = lexicon.automaton();
    private final LetterTriples triples = automaton.triples();
    private final int[] codes;
    // Three letters from here on stand side by side in no name: the edit is there or behind.
    private final int impossible;
    private @Nullable Entry animal;
    private boolean veganFound;

    Search(String word, int set) {
      this.word = word;
      this.set = set;
      this.codes = new int[word.length()];
      for (int i = 0; i < codes.length; i++) {
        codes[i] = automaton.code(word.charAt(i));
      }
      this.impossible = lastImpossible();
    }

    private int lastImpossible() {
      int at = codes.length - 3;
      while (at >= 0 && triples.has(codes[at], codes[at + 1], codes[at + 2])) {
        at--;
      }
      return at;
    }

    void run() {
      long place = automaton.root();
      for (int at = 0; place != Automaton.NOWHERE && !veganFound; at++) {
        edit(place, at);
        place = at < word.length() ? automaton.step(place, word.charAt(at)) : Automaton.NOWHERE;
      }
    }

    private void edit(long place, int at) {
      boolean changes = at < word.length() && at >= impossible;
      boolean adds = at > impossible;
      if (changes && closes(at)) {
        look(place, at + 1);
      }
      if (!changes && !adds) {
        return;
      }
      for (long arc = automaton.firstArc(place);
          arc != Automaton.NOWHERE;
          arc = automaton.nextArc(arc)) {
        char letter = automaton.letter(arc);
        int code = automaton.code(letter);
        if (adds && fits(code, at, at)) {
          look(automaton.along(arc), at);
        }
        if (changes && letter != word.charAt(at) && fits(code, at, at + 1)) {
          look(automaton.along(arc), at + 1);
        }
      }
    }

    // Whether letters may stand side by side when the one at the place is dropped.
    private boolean closes(int at) {
      return at < 1
          || at + 2 >= codes.length
          || triples.has(codes[at - 1], codes[at + 1], codes[at + 2]);
    }

    // Whether a letter may stand between those before a place and the rest.
    private boolean fits(int code, int at, int rest) {
      return rest >= codes.length
          || ((at < 1 || triples.has(codes[at - 1], code, codes[rest]))
              && (rest + 1 >= codes.length || triples.has(code, codes[rest], codes[rest + 1])));
    }

    private void look(long place, int rest) {
      int name = automaton.name(automaton.walk(place, word, rest, word.length()));
      if (name >= 0 && lexicon.meaning(name, set, false) instanceof Meaning.Names(var entry, _)) {
        switch (entry.status()) {
          case NON_VEGAN -> animal = animal == null ? entry : animal;
          case VEGAN -> veganFound = true;
          case MAYBE_VEGAN, UNKNOWN -> {}
        }
      }
    }
  }
}
