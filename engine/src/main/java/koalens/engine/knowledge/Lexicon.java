package koalens.engine.knowledge;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// The words and names of all languages, found by word number. Immutable and thread-safe.
final class Lexicon {
  private static final int SHORTEST_STEM = 4;

  private final Vocabulary vocabulary;
  private final Phrases phrases;
  private final Languages languages;
  private final int[] parts;
  private final Meaning[] names;
  private final Meaning[] adjectives;
  private final Meaning[] words;

  Lexicon(Vocabulary vocabulary, Phrases phrases, Languages languages, List<Entry> entries) {
    this.vocabulary = vocabulary;
    this.phrases = phrases;
    this.languages = languages;
    this.names = entries.stream().map(e -> new Meaning.Names(e, false)).toArray(Meaning[]::new);
    this.adjectives = entries.stream().map(e -> new Meaning.Names(e, true)).toArray(Meaning[]::new);
    this.words = Reference.WORD_CLASSES.stream().map(Meaning.Says::new).toArray(Meaning[]::new);
    this.parts = partLanguages();
  }

  private int[] partLanguages() {
    var sets = new int[vocabulary.size()];
    for (int word = 0; word < sets.length; word++) {
      int node = phrases.root(word);
      for (int i = phrases.firstMeaning(node); i < phrases.lastMeaning(node); i++) {
        sets[word] |= phrases.languages(i);
      }
    }
    return sets;
  }

  Vocabulary vocabulary() {
    return vocabulary;
  }

  Languages languages() {
    return languages;
  }

  /// The languages in which the word may be a part of a compound.
  int partLanguages(int word) {
    return parts[word];
  }

  /// The languages a word speaks for; none for a word nobody knows.
  int evidence(int word) {
    return vocabulary.evidence(word);
  }

  /// A name found at the front of some words.
  ///
  /// @param words how many of them it takes
  record Match(Meaning meaning, int words) {}

  /// The longest name in one of the languages, from the word at `from` on.
  @Nullable Match longest(int[] numbers, int from, int set) {
    Match best = null;
    int node = phrases.root(numbers[from]);
    for (int at = from + 1; node != 0; at++) {
      Meaning meaning = meaning(node, set, false);
      best = meaning == null ? best : new Match(meaning, at - from);
      node = at < numbers.length ? phrases.next(node, numbers[at]) : 0;
    }
    return best;
  }

  /// What a single word means in one of the languages.
  ///
  /// @param stems whether forms count that occur only inside compound words
  @Nullable Meaning single(int word, int set, boolean stems) {
    int node = phrases.root(word);
    return node == 0 ? null : meaning(node, set, stems);
  }

  /// What a word means that is no name as it stands: a stem printed alone, or a name with one of
  /// the endings of a language.
  @Nullable Meaning inflected(String word, int number, int set) {
    Meaning stem = single(number, set, true);
    Meaning best = stem;
    for (int rest = set; stem == null && rest != 0; rest &= rest - 1) {
      int one = Integer.lowestOneBit(rest);
      best = moreCautious(best, withoutEnding(word, one));
    }
    return best;
  }

  private @Nullable Meaning withoutEnding(String word, int language) {
    for (String ending : languages.only(language).endings()) {
      int length = word.length() - ending.length();
      if (length >= SHORTEST_STEM && word.endsWith(ending)) {
        int number = vocabulary.find(word.substring(0, length));
        Meaning meaning = single(number, language, false);
        if (meaning != null) {
          return meaning;
        }
      }
    }
    return null;
  }

  private @Nullable Meaning meaning(int node, int set, boolean stems) {
    Meaning best = null;
    for (int i = phrases.firstMeaning(node); i < phrases.lastMeaning(node); i++) {
      int reference = phrases.reference(i);
      boolean counts = stems || Reference.use(reference) != Reference.STEM;
      if (counts && (phrases.languages(i) & set) != 0) {
        best = moreCautious(best, meaning(reference));
      }
    }
    return best;
  }

  private Meaning meaning(int reference) {
    int index = Reference.index(reference);
    return switch (Reference.use(reference)) {
      case Reference.NAME, Reference.STEM -> names[index];
      case Reference.ADJECTIVE -> adjectives[index];
      case Reference.WORD -> words[index];
      default -> throw new IllegalStateException("compiled knowledge has use " + reference);
    };
  }

  private static @Nullable Meaning moreCautious(@Nullable Meaning one, @Nullable Meaning other) {
    if (one == null || other == null) {
      return one == null ? other : one;
    }
    return other.caution() > one.caution() ? other : one;
  }
}
