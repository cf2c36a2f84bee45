package koalens.engine.knowledge;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import koalens.engine.text.Token;
import org.jspecify.annotations.Nullable;

/// Turns the words of one ingredient into terms. The language they are written in comes first, with
/// its names, its inflections and its compounds; then the other languages of the text, then all;
/// last, what a reader of print could have meant. Used once.
final class TermReader {
  private static final int NUMBER_WORDS = 3;
  private static final int SHORTEST_UNMARKED = 5;
  private static final int SHORTEST_TORN = 5;
  private static final int LONGEST_PIECE = 3;

  private final TermLookup lookup;
  private final Lexicon lexicon;
  private final List<Token> tokens;
  private final List<Term> terms;
  // The places among the terms of words that may say something else here than they do.
  private final BitSet doubtful = new BitSet();

  TermReader(TermLookup lookup, List<Token> tokens) {
    this.lookup = lookup;
    this.lexicon = lookup.lexicon();
    this.tokens = new ArrayList<>(tokens);
    this.terms = new ArrayList<>(tokens.size());
  }

  List<Term> terms() {
    for (int at = 0; at < tokens.size(); ) {
      at += read(at);
    }
    if (!doubtful.isEmpty() && terms.stream().allMatch(Term.Word.class::isInstance)) {
      doubtful.stream().forEach(at -> terms.set(at, unknown(terms.get(at))));
    }
    return terms;
  }

  // An ingredient of which nothing is left but words of another language, or guessed at, names
  // something nobody knows: "for el" was no article once.
  private Term unknown(Term word) {
    return new Term.Unknown(textOf(word), word.start(), word.end());
  }

  private String textOf(Term word) {
    return tokens.stream()
        .filter(token -> token.start() >= word.start() && token.end() <= word.end())
        .map(Token::text)
        .collect(Collectors.joining(" "));
  }

  private int read(int at) {
    Lexicon.Match match = lexicon.longest(tokens, at, lookup.own());
    Entry torn = match != null && match.words() > 1 ? null : torn(at);
    if (torn != null) {
      terms.add(known(torn, Term.How.MISREAD, at, 2));
      return 2;
    }
    Optional<AdditiveNumber.Found> additive = additiveAt(at);
    if (additive.isPresent() && (match == null || match.words() <= additive.get().words())) {
      return additive(additive.get(), at);
    }
    if (match != null && isDenied(match, at)) {
      terms.add(new Term.Word(WordClass.NEUTRAL, tokens.get(at).start(), tokens.get(at).end()));
      return 1;
    }
    if (match != null) {
      return add(sure(fullerName(named(match, at), at), at), at);
    }
    if (isMarked(at)) {
      return read(at);
    }
    Token token = tokens.get(at);
    Term own = built(token.text(), token, Term.How.INFLECTED, lookup.own());
    if (own != null) {
      terms.add(moreCautious(own, at));
      return 1;
    }
    Lexicon.Match near = lexicon.longest(tokens, at, lookup.document());
    if (near != null) {
      return add(near, at);
    }
    Lexicon.Match far = lexicon.longest(tokens, at, lookup.others());
    if (far != null) {
      return addForeign(far, at);
    }
    terms.add(
        token.kind() == Token.Kind.NUMBER
            ? new Term.Digits(token.text(), token.start(), token.end())
            : rare(token));
    return 1;
  }

  // "skum mjölk", "jam ón": print tore an animal's name in two. Two words that mean something each
  // are two words.
  private @Nullable Entry torn(int at) {
    if (at + 1 >= tokens.size() || !isTorn(tokens.get(at), tokens.get(at + 1))) {
      return null;
    }
    Meaning whole =
        lexicon.joined(
            tokens.get(at).text(), tokens.get(at + 1).text(), lookup.own() | lookup.document());
    return whole instanceof Meaning.Names(var entry, _) && entry.status() == Status.NON_VEGAN
        ? entry
        : null;
  }

  private boolean isTorn(Token first, Token second) {
    boolean words = first.kind() == Token.Kind.WORD && second.kind() == Token.Kind.WORD;
    boolean longEnough = first.text().length() + second.text().length() >= SHORTEST_TORN;
    return words && second.spaced() && longEnough && (isPiece(first) || isPiece(second));
  }

  private boolean isPiece(Token word) {
    return word.text().length() <= LONGEST_PIECE
        || lexicon.single(word.text(), lookup.own() | lookup.document(), true) == null;
  }

  private Term known(Entry entry, Term.How how, int at, int words) {
    int end = tokens.get(at + words - 1).end();
    return new Term.Known(entry, how, false, tokens.get(at).start(), end);
  }

  // "ej svensk kyckling" denies the origin, not the bird, though the two are one name.
  private boolean isDenied(Lexicon.Match match, int at) {
    boolean denied =
        !terms.isEmpty()
            && terms.getLast() instanceof Term.Word word
            && word.wordClass() == WordClass.WITHOUT;
    return denied
        && match.words() > 1
        && match.meaning().caution() == 3
        && lexicon.single(tokens.get(at).text(), lookup.own(), false) instanceof Meaning.Says says
        && says.wordClass() == WordClass.NEUTRAL;
  }

  // "and" as a whole ingredient joins nothing: it is a duck, where "and" is one.
  private Lexicon.Match named(Lexicon.Match own, int at) {
    if (tokens.size() > own.words() || own.meaning() instanceof Meaning.Names) {
      return own;
    }
    Lexicon.Match foreign = foreign(at);
    return foreign != null && foreign.meaning().caution() == 3 ? foreign : own;
  }

  // "lin" alone: flax in one language, a fish in another.
  private Lexicon.Match sure(Lexicon.Match own, int at) {
    if (!lookup.unsure() || own.meaning().caution() != 1) {
      return own;
    }
    Lexicon.Match foreign = foreign(at);
    boolean animal =
        foreign != null && foreign.words() == own.words() && foreign.meaning().caution() == 3;
    return animal && foreign != null ? foreign : own;
  }

  // "black tiger" in a Swedish list: a describing word may begin a foreign name.
  private Lexicon.Match fullerName(Lexicon.Match own, int at) {
    boolean describes =
        own.meaning() instanceof Meaning.Says says && says.wordClass() == WordClass.NEUTRAL;
    Lexicon.Match foreign = describes ? foreign(at) : null;
    boolean fuller =
        foreign != null
            && foreign.words() > own.words()
            && foreign.meaning() instanceof Meaning.Names;
    return fuller && foreign != null ? foreign : own;
  }

  // Whether the word was one whose marks a keyboard left off; it has them now. Short words stay:
  // too
  // many are another word without their marks (*färs*, *fars*).
  private boolean isMarked(int at) {
    Token word = tokens.get(at);
    if (word.text().length() < SHORTEST_UNMARKED || lexicon.knows(word.text())) {
      return false;
    }
    String spelling = lexicon.marked(word.text(), lookup.own() | lookup.document());
    if (spelling != null) {
      tokens.set(at, word.spelled(spelling));
    }
    return spelling != null;
  }

  private int add(Lexicon.Match match, int at) {
    int start = tokens.get(at).start();
    int end = tokens.get(at + match.words() - 1).end();
    terms.add(term(match.meaning(), Term.How.EXACT, start, end));
    return match.words();
  }

  // What a language says that the text is not in: its names are heard, its "without" is not.
  private int addForeign(Lexicon.Match match, int at) {
    if (match.meaning() instanceof Meaning.Says) {
      doubtful.set(terms.size());
      int end = tokens.get(at + match.words() - 1).end();
      terms.add(withoutComfort(term(match.meaning(), Term.How.EXACT, tokens.get(at).start(), end)));
      return match.words();
    }
    return add(match, at);
  }

  private static Term withoutComfort(Term word) {
    return isReassuring(word) ? new Term.Word(WordClass.NEUTRAL, word.start(), word.end()) : word;
  }

  private Lexicon.@Nullable Match foreign(int at) {
    Lexicon.Match near = lexicon.longest(tokens, at, lookup.document());
    return near != null ? near : lexicon.longest(tokens, at, lookup.others());
  }

  // A word built by the rules of one language may be an animal's plain name in another.
  private Term moreCautious(Term built, int at) {
    Lexicon.Match foreign = foreign(at);
    return foreign != null && foreign.words() == 1 && foreign.meaning().caution() == 3
        ? term(foreign.meaning(), Term.How.EXACT, built.start(), built.end())
        : built;
  }

  private Optional<AdditiveNumber.Found> additiveAt(int at) {
    char first = tokens.get(at).text().charAt(0);
    if (first != 'e' && first != 'i') {
      return Optional.empty();
    }
    return AdditiveNumber.parse(
        tokens.subList(at, Math.min(tokens.size(), at + NUMBER_WORDS)).stream()
            .map(Token::text)
            .toList());
  }

  private int additive(AdditiveNumber.Found found, int at) {
    int start = tokens.get(at).start();
    int end = tokens.get(at + found.words() - 1).end();
    terms.add(
        lookup
            .taxonomy()
            .findNumbered(found.id())
            .<Term>map(entry -> new Term.Known(entry, Term.How.EXACT, false, start, end))
            .orElseGet(() -> new Term.Unknown(found.id(), start, end)));
    return found.words();
  }

  // What only a foreign grammar, or a misreading, explains.
  private Term rare(Token token) {
    String word = token.text();
    Term foreign = built(word, token, Term.How.INFLECTED, lookup.document());
    if (foreign == null) {
      foreign = far(word, token);
    }
    return foreign != null ? foreign : misread(token);
  }

  // "crèmedecitron" is a compound of lemon in a language the text is not in: a guess.
  private @Nullable Term far(String word, Token token) {
    Term built = built(word, token, Term.How.INFLECTED, lookup.others());
    doubt(built);
    return switch (built) {
      case null -> null;
      case Term.Compound(var parts, _, int start, int end) ->
          new Term.Compound(parts, Term.How.MISREAD, start, end);
      case Term other -> withoutComfort(other);
    };
  }

  private void doubt(@Nullable Term next) {
    if (next instanceof Term.Word) {
      doubtful.set(terms.size());
    }
  }

  /// The word as an inflected name or as a compound, in the first language that can build it.
  private @Nullable Term built(String word, Token token, Term.How how, int set) {
    if (set == Languages.NONE || token.kind() != Token.Kind.WORD) {
      return null;
    }
    Meaning meaning = lexicon.inflected(word, set);
    if (meaning != null) {
      return term(meaning, how, token.start(), token.end());
    }
    for (int rest = set; rest != 0; rest &= rest - 1) {
      List<CompoundSplitter.Part> parts =
          lookup.compounds().split(word, Integer.lowestOneBit(rest));
      if (!parts.isEmpty()) {
        return compound(parts, word, token, how);
      }
    }
    return null;
  }

  private static Term compound(
      List<CompoundSplitter.Part> parts, String word, Token token, Term.How how) {
    var terms = new ArrayList<Term>(parts.size());
    boolean sameLength = token.end() - token.start() == word.length();
    for (CompoundSplitter.Part part : parts) {
      int start = sameLength ? token.start() + part.start() : token.start();
      int end = sameLength ? token.start() + part.end() : token.end();
      terms.add(term(part.meaning(), Term.How.EXACT, start, end));
    }
    return new Term.Compound(terms, how, token.start(), token.end());
  }

  private Term misread(Token token) {
    int likely = lookup.own() | lookup.document();
    Term glued = glued(token, likely);
    if (glued != null) {
      return glued;
    }
    Guess guess = guess(token, likely);
    doubt(guess.term());
    if (guess.term() != null) {
      return guess.term();
    }
    Entry animal =
        guess.refused() ? null : lookup.nearMatches().nearestAnimal(token.text(), likely);
    return animal == null
        ? new Term.Unknown(token.text(), token.start(), token.end())
        : new Term.Known(animal, Term.How.NEAR, false, token.start(), token.end());
  }

  // "lattescremato": the animal counts, nothing else that such words would say.
  private @Nullable Term glued(Token token, int likely) {
    for (int rest = likely; rest != 0; rest &= rest - 1) {
      Entry animal = lookup.gluedWords().animal(token.text(), Integer.lowestOneBit(rest));
      if (animal != null) {
        return new Term.Known(animal, Term.How.MISREAD, false, token.start(), token.end());
      }
    }
    return null;
  }

  /// @param refused whether readings were found that contradict each other
  private record Guess(@Nullable Term term, boolean refused) {}

  // What print confuses with the word; nothing when one reading is an animal's and another is not.
  private Guess guess(Token token, int likely) {
    Term harmless = null;
    Term animal = null;
    NearMatches.Spellings spellings = lookup.nearMatches().spellings(token.text());
    for (int i = 0; i < spellings.all().size(); i++) {
      Term term = spelled(spellings.all().get(i), i < spellings.simple(), token, likely);
      if (term instanceof Term.Known known && known.entry().status() == Status.NON_VEGAN) {
        animal = animal == null ? term : animal;
      } else if (term != null && !isReassuring(term)) {
        harmless = harmless == null ? term : harmless;
      }
    }
    boolean refused = animal != null && harmless != null;
    return new Guess(refused ? null : animal != null ? animal : harmless, refused);
  }

  // A compound is searched for only behind one confusion: there are too many of two.
  private @Nullable Term spelled(String spelling, boolean simple, Token token, int likely) {
    Meaning meaning = lexicon.single(spelling, likely, false);
    if (meaning != null) {
      return term(meaning, Term.How.MISREAD, token.start(), token.end());
    }
    return simple ? built(spelling, token, Term.How.MISREAD, lookup.own()) : null;
  }

  // A guess must not make anything vegan.
  private static boolean isReassuring(Term term) {
    return term instanceof Term.Word word
        && switch (word.wordClass()) {
          case VEGAN, NOT_ANIMAL, MICROBIAL, VEGETARIAN, WITHOUT, FREE -> true;
          case NEUTRAL, PART, ANIMAL, OF, AND, WITH -> false;
        };
  }

  private static Term term(Meaning meaning, Term.How how, int start, int end) {
    return switch (meaning) {
      case Meaning.Names names -> new Term.Known(names.entry(), how, names.adjective(), start, end);
      case Meaning.Says says -> new Term.Word(says.wordClass(), start, end);
    };
  }
}
