package koalens.engine.knowledge;

import java.util.ArrayList;
import java.util.List;
import koalens.engine.text.Token;
import org.jspecify.annotations.Nullable;

/// One written word that is no name of its own language: what it may be all the same, without a
/// look at its neighbours. Each answer is found when it is first asked for and then kept; two
/// threads may find the same, which nobody can tell. Immutable otherwise; thread-safe.
final class LoneWord {
  private static final int SHORTEST_UNMARKED = 5;
  private static final int LONGEST_KEPT = 40;

  private final Dictionary dictionary;
  // At the beginning of a text of its own.
  private final Token token;
  private final int own;
  private final int document;
  private @Nullable Built built;
  private @Nullable Reading rare;
  private @Nullable String spelled;

  /// What the rules of its own language make of it, if anything.
  private record Built(@Nullable Term term) {}

  /// What a word comes to.
  ///
  /// @param doubtful whether it may say something else here than it does
  record Reading(Term term, boolean doubtful) {}

  private LoneWord(Dictionary dictionary, Token token, int own, int document) {
    this.dictionary = dictionary;
    this.token = token;
    this.own = own;
    this.document = document;
  }

  /// The word of a token.
  ///
  /// @param own the languages it is written in
  /// @param document the other languages of its text
  static LoneWord of(Token token, int own, int document, Dictionary dictionary) {
    int hash = token.text().hashCode();
    LoneWord kept = dictionary.lately().at(hash);
    if (kept != null && kept.is(token, own, document)) {
      return kept;
    }
    var alone = new Token(token.kind(), token.text(), 0, token.end() - token.start(), false);
    var word = new LoneWord(dictionary, alone, own, document);
    if (alone.end() <= LONGEST_KEPT && token.text().length() <= LONGEST_KEPT) {
      dictionary.lately().keep(hash, word);
    }
    return word;
  }

  private boolean is(Token other, int itsOwn, int itsDocument) {
    return own == itsOwn
        && document == itsDocument
        && token.kind() == other.kind()
        && token.end() == other.end() - other.start()
        && token.text().equals(other.text());
  }

  /// The word with the marks a keyboard left off its letters, if that is a known word, else as it
  /// stands. Short words stay: too many are another word without their marks (*färs*, *fars*).
  String spelled() {
    String known = spelled;
    if (known == null) {
      known = marked();
      spelled = known;
    }
    return known;
  }

  private String marked() {
    String word = token.text();
    if (word.length() < SHORTEST_UNMARKED || dictionary.lexicon().word(word).isName()) {
      return word;
    }
    String found = dictionary.lexicon().marked(word, own | document);
    return found == null ? word : found;
  }

  /// The word as an inflected name or as a compound of its own language, standing at a place.
  @Nullable Term built(int start) {
    Built known = built;
    if (known == null) {
      known = new Built(built(token.text(), Term.How.INFLECTED, own));
      built = known;
    }
    return known.term == null ? null : known.term.moved(start);
  }

  /// What only a foreign grammar, or a misreading, explains.
  Reading rare() {
    Reading known = rare;
    if (known == null) {
      known = foreign();
      rare = known;
    }
    return known;
  }

  private Reading foreign() {
    Term near = built(token.text(), Term.How.INFLECTED, document);
    if (near != null) {
      return new Reading(near, false);
    }
    Term far = built(token.text(), Term.How.INFLECTED, others());
    return far == null ? misread() : new Reading(guessed(far), far instanceof Term.Word);
  }

  private int others() {
    return dictionary.lexicon().languages().all() & ~own & ~document;
  }

  // "crèmedecitron" is a compound of lemon in a language the text is not in: a guess.
  private static Term guessed(Term far) {
    return far instanceof Term.Compound(var parts, _, int start, int end)
        ? new Term.Compound(parts, Term.How.MISREAD, start, end)
        : far.withoutComfort();
  }

  /// The word as an inflected name or as a compound, in the first language that can build it.
  private @Nullable Term built(String word, Term.How how, int set) {
    if (set == Languages.NONE || token.kind() != Token.Kind.WORD) {
      return null;
    }
    Meaning meaning = dictionary.lexicon().inflected(word, set);
    if (meaning != null) {
      return meaning.term(how, 0, token.end());
    }
    for (int rest = set; rest != 0; rest &= rest - 1) {
      List<CompoundSplitter.Part> parts =
          dictionary.compounds().split(word, Integer.lowestOneBit(rest));
      if (!parts.isEmpty()) {
        return compound(parts, word, how);
      }
    }
    return null;
  }

  private Term compound(List<CompoundSplitter.Part> parts, String word, Term.How how) {
    var terms = new ArrayList<Term>(parts.size());
    boolean sameLength = token.end() == word.length();
    for (CompoundSplitter.Part part : parts) {
      int start = sameLength ? part.start() : 0;
      int end = sameLength ? part.end() : token.end();
      terms.add(part.meaning().term(Term.How.EXACT, start, end));
    }
    return new Term.Compound(terms, how, 0, token.end());
  }

  private Reading misread() {
    int likely = own | document;
    Term glued = glued(likely);
    if (glued != null) {
      return new Reading(glued, false);
    }
    Guess guess = guess(likely);
    if (guess.term() != null) {
      return new Reading(guess.term(), guess.term() instanceof Term.Word);
    }
    Entry animal =
        guess.refused() ? null : dictionary.nearMatches().nearestAnimal(token.text(), likely);
    return new Reading(
        animal == null
            ? new Term.Unknown(token.text(), 0, token.end())
            : known(animal, Term.How.NEAR),
        false);
  }

  private Term known(Entry entry, Term.How how) {
    return new Term.Known(entry, how, false, 0, token.end());
  }

  // "lattescremato": the animal counts, nothing else that such words would say.
  private @Nullable Term glued(int likely) {
    for (int rest = likely; rest != 0; rest &= rest - 1) {
      Entry animal = dictionary.gluedWords().animal(token.text(), Integer.lowestOneBit(rest));
      if (animal != null) {
        return known(animal, Term.How.MISREAD);
      }
    }
    return null;
  }

  /// @param refused whether readings were found that contradict each other
  private record Guess(@Nullable Term term, boolean refused) {}

  // What print confuses with the word; nothing when one reading is an animal's and another is not.
  private Guess guess(int likely) {
    Term harmless = null;
    Term animal = null;
    NearMatches.Spellings spellings = dictionary.nearMatches().spellings(token.text());
    for (int i = 0; i < spellings.all().size(); i++) {
      Term term = spelled(spellings.all().get(i), i < spellings.simple(), likely);
      if (term instanceof Term.Known known && known.entry().status() == Status.NON_VEGAN) {
        animal = animal == null ? term : animal;
      } else if (term != null && !term.isReassuring()) {
        harmless = harmless == null ? term : harmless;
      }
    }
    boolean refused = animal != null && harmless != null;
    return new Guess(refused ? null : animal != null ? animal : harmless, refused);
  }

  // A compound is searched for only behind one confusion: there are too many of two.
  private @Nullable Term spelled(String spelling, boolean simple, int likely) {
    Meaning meaning = dictionary.lexicon().single(spelling, likely, false);
    if (meaning != null) {
      return meaning.term(Term.How.MISREAD, 0, token.end());
    }
    return simple ? built(spelling, Term.How.MISREAD, own) : null;
  }
}
