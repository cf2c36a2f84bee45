package koalens.engine.knowledge;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import koalens.engine.text.Token;
import org.jspecify.annotations.Nullable;

/// Turns the words of one ingredient into terms. The language they are written in comes first, with
/// its names, its inflections and its compounds; then the other languages of the text, then all;
/// last, what a reader of print could have meant. Used once.
final class TermReader {
  private static final int NUMBER_WORDS = 4;
  private static final int SHORTEST_TORN = 5;
  // "fi sk", where nothing else stands between the commas.
  private static final int SHORTEST_TORN_ALONE = 4;
  private static final int LONGEST_PIECE = 3;
  private static final Token[] NO_TOKENS = {};

  private final TermLookup lookup;
  private final Lexicon lexicon;
  private final Token[] tokens;
  // What is known of each token's word.
  private final WordFacts[] words;
  private final List<Term> terms;
  // The places among the terms of words that may say something else here than they do.
  private @Nullable BitSet doubtful;

  TermReader(TermLookup lookup, List<Token> tokens) {
    this.lookup = lookup;
    this.lexicon = lookup.dictionary().lexicon();
    this.tokens = tokens.toArray(NO_TOKENS);
    this.words = lexicon.words(tokens);
    this.terms = new ArrayList<>(tokens.size());
  }

  List<Term> terms() {
    for (int at = 0; at < tokens.length; ) {
      at += read(at);
    }
    if (doubtful != null && terms.stream().allMatch(Term.Word.class::isInstance)) {
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
    return Stream.of(tokens)
        .filter(token -> token.start() >= word.start() && token.end() <= word.end())
        .map(Token::text)
        .collect(Collectors.joining(" "));
  }

  private int read(int at) {
    Lexicon.Match match = lexicon.longest(words, at, lookup.own());
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
      terms.add(new Term.Word(WordClass.NEUTRAL, tokens[at].start(), tokens[at].end()));
      return 1;
    }
    if (match != null) {
      return add(sure(fullerName(named(match, at), at), at), at);
    }
    return readUnnamed(at);
  }

  // A word that is no name of its own language as it stands.
  private int readUnnamed(int at) {
    Token token = tokens[at];
    LoneWord word = LoneWord.of(token, lookup.own(), lookup.document(), lookup.dictionary());
    if (!word.spelled().equals(token.text())) {
      tokens[at] = token.spelled(word.spelled());
      words[at] = lexicon.word(word.spelled());
      return read(at);
    }
    Term own = word.built(token.start());
    if (own != null) {
      terms.add(moreCautious(own, at));
      return 1;
    }
    Lexicon.Match near = lexicon.longest(words, at, lookup.document());
    if (near != null) {
      return add(near, at);
    }
    Lexicon.Match far = lexicon.longest(words, at, lookup.others());
    if (far != null) {
      return addForeign(far, at);
    }
    terms.add(
        token.kind() == Token.Kind.NUMBER || AdditiveNumber.isBare(token.text())
            ? new Term.Digits(token.text(), token.start(), token.end())
            : rare(word, token));
    return 1;
  }

  private Term rare(LoneWord word, Token token) {
    LoneWord.Reading reading = word.rare();
    if (reading.doubtful()) {
      doubt();
    }
    return reading.term().moved(token.start());
  }

  private void doubt() {
    BitSet doubts = doubtful == null ? new BitSet() : doubtful;
    doubts.set(terms.size());
    doubtful = doubts;
  }

  // "skum mjölk", "jam ón": print tore an animal's name in two. Two words that mean something each
  // are two words.
  private @Nullable Entry torn(int at) {
    if (at + 1 >= tokens.length || !isTorn(at)) {
      return null;
    }
    Meaning whole =
        lexicon.joined(tokens[at].text(), tokens[at + 1].text(), lookup.own() | lookup.document());
    return whole instanceof Meaning.Names(var entry, _) && entry.status() == Status.NON_VEGAN
        ? entry
        : null;
  }

  private boolean isTorn(int at) {
    Token first = tokens[at];
    Token second = tokens[at + 1];
    boolean written = first.kind() == Token.Kind.WORD && second.kind() == Token.Kind.WORD;
    int letters = first.text().length() + second.text().length();
    boolean longEnough = letters >= (tokens.length == 2 ? SHORTEST_TORN_ALONE : SHORTEST_TORN);
    return written
        && second.spaced()
        && longEnough
        && (isPiece(at) || isPiece(at + 1))
        && !isJoined(at);
  }

  // "latte e uova": milk and, no "lattee".
  private boolean isJoined(int at) {
    return words[at].meaning(lookup.own(), true) != null
        && words[at + 1].meaning(lookup.own(), false) instanceof Meaning.Says says
        && says.wordClass() == WordClass.AND;
  }

  private boolean isPiece(int at) {
    WordFacts word = words[at];
    return word.text().length() <= LONGEST_PIECE
        || word.meaning(lookup.own() | lookup.document(), true) == null;
  }

  private Term known(Entry entry, Term.How how, int at, int words) {
    int end = tokens[at + words - 1].end();
    return new Term.Known(entry, how, false, tokens[at].start(), end);
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
        && words[at].meaning(lookup.own(), false) instanceof Meaning.Says says
        && says.wordClass() == WordClass.NEUTRAL;
  }

  // "and" as a whole ingredient joins nothing: it is a duck, where "and" is one. But "mustard seeds
  // (gula)" are yellow where the text is surely Swedish.
  private Lexicon.Match named(Lexicon.Match own, int at) {
    if (tokens.length > own.words() || own.meaning() instanceof Meaning.Names) {
      return own;
    }
    boolean describes =
        own.meaning() instanceof Meaning.Says says && says.wordClass() == WordClass.NEUTRAL;
    Lexicon.Match foreign =
        describes && !lookup.unsure() ? lexicon.longest(words, at, lookup.document()) : foreign(at);
    boolean animal =
        foreign != null && foreign.words() >= own.words() && foreign.meaning().caution() == 3;
    return animal && foreign != null ? foreign : own;
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

  private int add(Lexicon.Match match, int at) {
    int start = tokens[at].start();
    int end = tokens[at + match.words() - 1].end();
    terms.add(match.meaning().term(Term.How.EXACT, start, end));
    return match.words();
  }

  // What a language says that the text is not in: its names are heard, its "without" is not.
  private int addForeign(Lexicon.Match match, int at) {
    if (match.meaning() instanceof Meaning.Says) {
      doubt();
      int end = tokens[at + match.words() - 1].end();
      terms.add(match.meaning().term(Term.How.EXACT, tokens[at].start(), end).withoutComfort());
      return match.words();
    }
    return add(match, at);
  }

  private Lexicon.@Nullable Match foreign(int at) {
    Lexicon.Match near = lexicon.longest(words, at, lookup.document());
    return near != null ? near : lexicon.longest(words, at, lookup.others());
  }

  // A word built by the rules of one language may be an animal's plain name in another.
  private Term moreCautious(Term built, int at) {
    Lexicon.Match foreign = foreign(at);
    return foreign != null && foreign.words() == 1 && foreign.meaning().caution() == 3
        ? foreign.meaning().term(Term.How.EXACT, built.start(), built.end())
        : built;
  }

  private Optional<AdditiveNumber.Found> additiveAt(int at) {
    if (!AdditiveNumber.mayBegin(tokens[at].text())) {
      return Optional.empty();
    }
    return AdditiveNumber.parse(
        Stream.of(tokens).skip(at).limit(NUMBER_WORDS).map(Token::text).toList());
  }

  private int additive(AdditiveNumber.Found found, int at) {
    int start = tokens[at].start();
    int end = tokens[at + found.words() - 1].end();
    terms.add(
        lookup
            .dictionary()
            .taxonomy()
            .findNumbered(found.id())
            .<Term>map(entry -> new Term.Known(entry, Term.How.EXACT, false, start, end))
            .orElseGet(() -> new Term.Unknown(found.id(), start, end)));
    return found.words();
  }
}
