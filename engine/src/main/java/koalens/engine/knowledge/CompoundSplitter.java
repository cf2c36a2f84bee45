package koalens.engine.knowledge;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Splits one written word into known parts of one language, with its linking letters:
/// *skummjölkspulver* → *skummjölk*, *pulver*. The last part may carry an ending.
///
/// Of several ways the one with fewest parts wins, then the one with the longest last part, which
/// in the languages that write compounds is the head. A double consonant may serve both sides
/// (*äggula*). Immutable and thread-safe.
final class CompoundSplitter {
  private static final int SHORTEST_PART = 3;
  private static final int LONGEST_WORD = 60;

  private final Lexicon lexicon;

  CompoundSplitter(Lexicon lexicon) {
    this.lexicon = lexicon;
  }

  /// A part of a split word: its meaning and its place in the word.
  record Part(Meaning meaning, int start, int end) {}

  /// The best split, or an empty list when the word is no compound of known parts.
  ///
  /// @param language the set of the one language to split in
  List<Part> split(String word, int language) {
    LanguageRules rules = lexicon.languages().only(language);
    boolean tooShort = word.length() <= SHORTEST_PART + 1;
    if (!rules.writesCompounds() || tooShort || word.length() > LONGEST_WORD) {
      return List.of();
    }
    return new Search(word, language, rules).parts();
  }

  /// One search through the ways to split a word. Used once.
  private final class Search {
    private final String word;
    private final int language;
    private final LanguageRules rules;
    private final @Nullable Step[] best;
    private @Nullable Step whole;

    Search(String word, int language, LanguageRules rules) {
      this.word = word;
      this.language = language;
      this.rules = rules;
      this.best = new @Nullable Step[word.length() + 1];
    }

    List<Part> parts() {
      extend(0, null);
      for (int start = SHORTEST_PART; start < word.length() - 1; start++) {
        Step before = best[start];
        if (before != null) {
          extend(start, before);
        }
      }
      return whole == null ? List.of() : meanings(whole);
    }

    private void extend(int start, @Nullable Step before) {
      Automaton automaton = lexicon.automaton();
      long place = automaton.root();
      for (int end = start; end < word.length(); ) {
        place = automaton.step(place, word.charAt(end++));
        if (place == Automaton.NOWHERE) {
          return;
        }
        int part = automaton.name(place);
        boolean whole = start == 0 && end == word.length();
        if (part >= 0 && !whole && canBePart(start, end) && isPart(part)) {
          reach(end, new Step(before, part, start, end));
        }
      }
    }

    // An abbreviation such as BHT is no part of a word: "bhterpoeder" is misread butter.
    private boolean canBePart(int start, int end) {
      return (end - start >= SHORTEST_PART && hasVowel(start, end))
          || (end == word.length() && rules.heads().contains(word.substring(start)));
    }

    private boolean hasVowel(int start, int end) {
      for (int i = start; i < end; i++) {
        if (LanguageRules.isVowel(word.charAt(i))) {
          return true;
        }
      }
      return false;
    }

    private boolean isPart(int name) {
      return (lexicon.partLanguages(name) & language) != 0;
    }

    private void reach(int end, Step step) {
      if (end == word.length() || (step.before != null && isEnding(end))) {
        if (whole == null || step.isBetterThan(whole)) {
          whole = step;
        }
      }
      if (end == word.length()) {
        return;
      }
      offer(end, step);
      for (String link : rules.links()) {
        if (!link.isEmpty() && word.startsWith(link, end)) {
          offer(end + link.length(), step);
        }
      }
      if (word.charAt(end - 1) == word.charAt(end - 2)) {
        offer(end - 1, step);
      }
    }

    private boolean isEnding(int end) {
      for (String ending : rules.endings()) {
        if (LanguageRules.isEnding(word, end, ending)) {
          return true;
        }
      }
      return false;
    }

    private void offer(int end, Step step) {
      Step known = best[end];
      if (known == null || step.count < known.count) {
        best[end] = step;
      }
    }

    private List<Part> meanings(Step last) {
      var parts = new ArrayList<Part>();
      for (Step step = last; step != null; step = step.before) {
        Meaning meaning = lexicon.meaning(step.part, language, true);
        if (meaning == null || isGrammar(meaning)) {
          return List.of();
        }
        parts.addFirst(new Part(meaning, step.start, step.end));
      }
      return parts;
    }
  }

  // "Salzevon" is two words and a misprint, no compound of salt and "of".
  private static boolean isGrammar(Meaning meaning) {
    return meaning instanceof Meaning.Says says
        && switch (says.wordClass()) {
          case OF, AND, WITH, WITHOUT, INSTEAD -> true;
          case NEUTRAL,
              HOMONYM,
              PART,
              VEGAN,
              NOT_ANIMAL,
              MICROBIAL,
              ANIMAL,
              VEGETARIAN,
              MILK_FREE,
              EGG_FREE,
              FISH_FREE,
              FREE ->
              false;
        };
  }

  private static final class Step {
    private final @Nullable Step before;
    private final int part;
    private final int start;
    private final int end;
    private final int count;

    Step(@Nullable Step before, int part, int start, int end) {
      this.before = before;
      this.part = part;
      this.start = start;
      this.end = end;
      this.count = before == null ? 1 : before.count + 1;
    }

    // A whole word without an ending is surer than one with it.
    boolean isBetterThan(Step other) {
      return count < other.count || (count == other.count && end > other.end);
    }
  }
}
