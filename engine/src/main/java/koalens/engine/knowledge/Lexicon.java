package koalens.engine.knowledge;

import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import koalens.engine.text.Token;
import org.jspecify.annotations.Nullable;

/// The words and names of all languages. Immutable and thread-safe.
final class Lexicon {
  private static final int SHORTEST_STEM = 4;
  private static final int MOST_SEARCHED = 5_000;
  private static final int LONGEST_KEPT = 40;
  private static final int KEPT_BITS = 14;

  /// What keyboards write for letters they lack.
  private static final String[][] MARKS = {
    {"a", "å"}, {"a", "ä"}, {"a", "æ"}, {"o", "ö"}, {"o", "ø"}, {"u", "ü"},
    {"aa", "å"}, {"ae", "ä"}, {"ae", "æ"}, {"oe", "ö"}, {"oe", "ø"}, {"ue", "ü"},
    {"ä", "æ"}, {"æ", "ä"}, {"ö", "ø"}, {"ø", "ö"}
  };

  private final Automaton automaton;
  private final Meanings meanings;
  private final Languages languages;
  private final List<Entry> entries;
  // Made when they are first asked for; two threads may make the same, which nobody can tell.
  private final @Nullable Meaning[] names;
  private final @Nullable Meaning[] adjectives;
  private final @Nullable Meaning[] classes;
  private final Recently<WordFacts> words = new Recently<>(KEPT_BITS);

  Lexicon(Automaton automaton, Meanings meanings, Languages languages, List<Entry> entries) {
    this.automaton = automaton;
    this.meanings = meanings;
    this.languages = languages;
    this.entries = entries;
    this.names = new @Nullable Meaning[entries.size()];
    this.adjectives = new @Nullable Meaning[entries.size()];
    this.classes = new @Nullable Meaning[Reference.WORD_CLASSES.size()];
  }

  Automaton automaton() {
    return automaton;
  }

  Languages languages() {
    return languages;
  }

  /// The languages in which a name may be a part of a compound.
  int partLanguages(int name) {
    return meanings.partLanguages(name);
  }

  /// All that is known of a written word. The words of labels are few that come often: most have
  /// been looked up lately.
  WordFacts word(String text) {
    int hash = text.hashCode();
    WordFacts kept = words.at(hash);
    if (kept != null && kept.text().equals(text)) {
      return kept;
    }
    WordFacts facts = facts(text);
    if (text.length() <= LONGEST_KEPT) {
      words.keep(hash, facts);
    }
    return facts;
  }

  /// The same of each word of a text.
  WordFacts[] words(List<Token> tokens) {
    var facts = new WordFacts[tokens.size()];
    for (int i = 0; i < facts.length; i++) {
      facts[i] = word(tokens.get(i).text());
    }
    return facts;
  }

  private WordFacts facts(String text) {
    long place = automaton.walk(automaton.root(), text, 0, text.length());
    if (place == Automaton.NOWHERE) {
      return new WordFacts(text, place, -1, Languages.NONE, null);
    }
    int name = automaton.name(place);
    int evidence = name < 0 ? Languages.NONE : meanings.evidence(name);
    WordFacts.Sense first = name < 0 ? null : sense(meanings.first(name));
    return new WordFacts(text, automaton.step(place, ' '), name, evidence, first);
  }

  private WordFacts.@Nullable Sense sense(int index) {
    if (index < 0) {
      return null;
    }
    int reference = meanings.reference(index);
    boolean stem = Reference.use(reference) == Reference.STEM;
    return new WordFacts.Sense(
        meaning(reference), meanings.languages(index), stem, sense(meanings.next(index)));
  }

  private int number(CharSequence word) {
    return automaton.name(automaton.walk(automaton.root(), word, 0, word.length()));
  }

  /// A name found at the front of some words.
  ///
  /// @param words how many of them it takes
  record Match(Meaning meaning, int words) {}

  /// The longest name in one of the languages, from the word at `from` on.
  @Nullable Match longest(WordFacts[] text, int from, int set) {
    if (set == Languages.NONE) {
      return null;
    }
    WordFacts first = text[from];
    Meaning alone = first.meaning(set, false);
    Match best = alone == null ? null : new Match(alone, 1);
    long place = first.behindSpace();
    for (int at = from + 1; at < text.length && place != Automaton.NOWHERE; at++) {
      String word = text[at].text();
      place = automaton.walk(place, word, 0, word.length());
      if (place == Automaton.NOWHERE) {
        return best;
      }
      int name = automaton.name(place);
      Meaning meaning = name < 0 ? null : meaning(name, set, false);
      best = meaning == null ? best : new Match(meaning, at - from + 1);
      place = automaton.step(place, ' ');
    }
    return best;
  }

  /// The entries with a name in one of the languages that begins with the text: whole names first,
  /// then shorter before longer ones.
  List<Entry> beginningWith(String text, int set) {
    long place = automaton.walk(automaton.root(), text, 0, text.length());
    if (place == Automaton.NOWHERE) {
      return List.of();
    }
    int first = automaton.first(place);
    return IntStream.range(first, Math.min(first + MOST_SEARCHED, first + automaton.under(place)))
        .mapToObj(automaton::spelling)
        .sorted(Comparator.comparingInt(String::length).thenComparing(Comparator.naturalOrder()))
        .flatMap(name -> Stream.ofNullable(single(name, set, false)))
        .flatMap(meaning ->
            meaning instanceof Meaning.Names names ? Stream.of(names.entry()) : Stream.empty())
        .toList();
  }

  /// What a single word means in one of the languages.
  ///
  /// @param stems whether forms count that occur only inside compound words
  @Nullable Meaning single(CharSequence word, int set, boolean stems) {
    int name = number(word);
    return name < 0 ? null : meaning(name, set, stems);
  }

  /// What two words mean in one of the languages when they are written as one.
  @Nullable Meaning joined(CharSequence first, CharSequence second, int set) {
    long place = automaton.walk(automaton.root(), first, 0, first.length());
    int name =
        place == Automaton.NOWHERE
            ? -1
            : automaton.name(automaton.walk(place, second, 0, second.length()));
    return name < 0 ? null : meaning(name, set, false);
  }

  /// The word as it was before a keyboard left the marks off its letters (*gradde*, *graedde* for
  /// *grädde*), if such a word is known in one of the languages; of several the most cautious.
  @Nullable String marked(String word, int set) {
    var search = new MarkSearch(word, set);
    search.follow(automaton.root(), 0);
    return search.found;
  }

  /// Follows a word through the automaton, with and without marks. Used once.
  private final class MarkSearch {
    private final String word;
    private final int set;
    private final StringBuilder spelling = new StringBuilder();
    private @Nullable String found;
    private @Nullable Meaning meaning;

    MarkSearch(String word, int set) {
      this.word = word;
      this.set = set;
    }

    private void follow(long place, int at) {
      if (at == word.length()) {
        end(automaton.name(place));
        return;
      }
      step(place, word.charAt(at), at + 1);
      for (String[] mark : MARKS) {
        if (word.startsWith(mark[0], at)) {
          step(place, mark[1].charAt(0), at + mark[0].length());
        }
      }
    }

    private void step(long place, char letter, int next) {
      long after = automaton.step(place, letter);
      if (after != Automaton.NOWHERE) {
        spelling.append(letter);
        follow(after, next);
        spelling.setLength(spelling.length() - 1);
      }
    }

    private void end(int name) {
      Meaning other = name < 0 ? null : meaning(name, set, true);
      if (other != null && (meaning == null || other.caution() > meaning.caution())) {
        meaning = other;
        found = spelling.toString();
      }
    }
  }

  /// What a word means that is no name as it stands: a stem printed alone, or a name with one of
  /// the endings of a language.
  @Nullable Meaning inflected(String word, int set) {
    Meaning stem = single(word, set, true);
    Meaning best = stem;
    for (int rest = set; stem == null && rest != 0; rest &= rest - 1) {
      best = Meaning.moreCautious(best, withoutEnding(word, Integer.lowestOneBit(rest)));
    }
    return best;
  }

  private @Nullable Meaning withoutEnding(String word, int language) {
    for (String ending : languages.only(language).endings()) {
      int length = word.length() - ending.length();
      if (length >= SHORTEST_STEM && LanguageRules.isEnding(word, length, ending)) {
        int name = automaton.name(automaton.walk(automaton.root(), word, 0, length));
        Meaning meaning = name < 0 ? null : meaning(name, language, false);
        if (meaning != null) {
          return meaning;
        }
      }
    }
    return null;
  }

  /// What a name means in one of the languages.
  ///
  /// @param name its number
  /// @param stems whether forms count that occur only inside compound words
  @Nullable Meaning meaning(int name, int set, boolean stems) {
    Meaning best = null;
    for (int i = meanings.first(name); i >= 0; i = meanings.next(i)) {
      int reference = meanings.reference(i);
      boolean counts = stems || Reference.use(reference) != Reference.STEM;
      if (counts && (meanings.languages(i) & set) != 0) {
        best = Meaning.moreCautious(best, meaning(reference));
      }
    }
    return best;
  }

  private Meaning meaning(int reference) {
    int index = Reference.index(reference);
    @Nullable Meaning[] known =
        switch (Reference.use(reference)) {
          case Reference.NAME, Reference.STEM -> names;
          case Reference.ADJECTIVE -> adjectives;
          default -> classes;
        };
    Meaning meaning = known[index];
    if (meaning == null) {
      meaning = made(reference, index);
      known[index] = meaning;
    }
    return meaning;
  }

  private Meaning made(int reference, int index) {
    return Reference.use(reference) == Reference.WORD
        ? new Meaning.Says(Reference.WORD_CLASSES.get(index))
        : new Meaning.Names(entries.get(index), Reference.use(reference) == Reference.ADJECTIVE);
  }
}
