package koalens.engine.knowledge;

import org.jspecify.annotations.Nullable;

/// Words of one language printed without the space between them: *lattescremato*. Known words must
/// cover all of it, and what it gives goes towards caution only. Immutable and thread-safe.
final class GluedWords {
  private static final int SHORTEST_PART = 4;
  private static final int LONGEST_WORD = 40;

  private final Lexicon lexicon;

  GluedWords(Lexicon lexicon) {
    this.lexicon = lexicon;
  }

  /// The animal product among two words that make up the whole, unless the other one speaks of its
  /// origin (*burrovegetale*) or makes it an imitation (*lattecocco*); else nothing.
  ///
  /// @param language the set of the one language both are in
  @Nullable Entry animal(String word, int language) {
    if (word.length() < 2 * SHORTEST_PART || word.length() > LONGEST_WORD) {
      return null;
    }
    Automaton automaton = lexicon.automaton();
    long place = automaton.walk(automaton.root(), word, 0, SHORTEST_PART - 1);
    for (int end = SHORTEST_PART; end <= word.length() - SHORTEST_PART; end++) {
      place = place == Automaton.NOWHERE ? place : automaton.step(place, word.charAt(end - 1));
      if (place == Automaton.NOWHERE) {
        return null;
      }
      Entry animal = animal(meaning(automaton.name(place), language), rest(word, end, language));
      if (animal != null) {
        return animal;
      }
    }
    return null;
  }

  private @Nullable Meaning meaning(int name, int language) {
    return name < 0 ? null : lexicon.meaning(name, language, false);
  }

  private @Nullable Meaning rest(String word, int from, int language) {
    return lexicon.single(word.substring(from), language, false);
  }

  private static @Nullable Entry animal(@Nullable Meaning one, @Nullable Meaning other) {
    Entry first = animal(one);
    Entry second = animal(other);
    boolean described = (first != null && describes(other)) || (second != null && describes(one));
    return described ? (first != null ? first : second) : null;
  }

  private static @Nullable Entry animal(@Nullable Meaning meaning) {
    return meaning instanceof Meaning.Names(var entry, _) && entry.status() == Status.NON_VEGAN
        ? entry
        : null;
  }

  private static boolean describes(@Nullable Meaning meaning) {
    return switch (meaning) {
      case null -> false;
      case Meaning.Says says -> says.wordClass() == WordClass.NEUTRAL;
      case Meaning.Names(var entry, _) ->
          entry.status() == Status.NON_VEGAN || entry.has(Trait.FORM);
    };
  }
}
