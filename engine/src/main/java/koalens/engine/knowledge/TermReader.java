package koalens.engine.knowledge;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import koalens.engine.text.Token;
import org.jspecify.annotations.Nullable;

/// Turns the words of one ingredient into terms: exact names first, then numbers, inflections and
/// compounds, then the other languages, then what a reader of print could have meant.
final class TermReader {
  private final Taxonomy taxonomy;
  private final List<Lexicon> lexicons;
  private final Misreadings misreadings;
  private final List<Token> tokens;
  private final List<String> words;
  private final List<Term> terms = new ArrayList<>();

  /// @param lexicons the languages to look in, the likeliest first
  TermReader(
      Taxonomy taxonomy, List<Lexicon> lexicons, Misreadings misreadings, List<Token> tokens) {
    this.taxonomy = taxonomy;
    this.lexicons = lexicons;
    this.misreadings = misreadings;
    this.tokens = tokens;
    this.words = new ArrayList<>(tokens.size());
    tokens.forEach(token -> words.add(token.text()));
  }

  List<Term> terms() {
    for (int at = 0; at < tokens.size(); ) {
      at += read(at);
    }
    return terms;
  }

  private int read(int at) {
    Phrases.Match match = longest(at);
    if (match != null) {
      add(match.meaning(), Term.How.EXACT, at, at + match.words());
      return match.words();
    }
    Optional<AdditiveNumber.Found> number =
        AdditiveNumber.parse(words.subList(at, Math.min(words.size(), at + 3)));
    if (number.isPresent()) {
      return additive(number.get(), at);
    }
    Token token = tokens.get(at);
    terms.add(
        token.kind() == Token.Kind.NUMBER
            ? new Term.Digits(token.text(), token.start(), token.end())
            : word(token));
    return 1;
  }

  private Phrases.@Nullable Match longest(int at) {
    Phrases.Match best = null;
    for (Lexicon lexicon : lexicons) {
      Phrases.Match match = lexicon.longest(words, at);
      if (match != null && match.meaning() instanceof Meaning.Names) {
        return match;
      }
      best = best == null ? match : best;
    }
    return best;
  }

  private int additive(AdditiveNumber.Found found, int at) {
    int start = tokens.get(at).start();
    int end = tokens.get(at + found.words() - 1).end();
    terms.add(
        taxonomy
            .findNumbered(found.id())
            .<Term>map(entry -> new Term.Known(entry, Term.How.EXACT, false, start, end))
            .orElseGet(() -> new Term.Unknown(found.id(), start, end)));
    return found.words();
  }

  private Term word(Token token) {
    for (Lexicon lexicon : lexicons) {
      Term term = read(lexicon, token.text(), token);
      if (term != null) {
        return term;
      }
    }
    return misread(token).orElseGet(() -> unknown(token));
  }

  private static Term unknown(Token token) {
    return new Term.Unknown(token.text(), token.start(), token.end());
  }

  private static @Nullable Term read(Lexicon lexicon, String word, Token token) {
    Meaning meaning = lexicon.inflected(word);
    if (meaning != null) {
      return term(meaning, Term.How.INFLECTED, token.start(), token.end());
    }
    List<CompoundSplitter.Part> parts = lexicon.split(word);
    return parts.isEmpty() ? null : compound(parts, word, token);
  }

  private static Term compound(List<CompoundSplitter.Part> parts, String word, Token token) {
    var terms = new ArrayList<Term>();
    boolean sameLength = token.end() - token.start() == word.length();
    for (CompoundSplitter.Part part : parts) {
      int start = sameLength ? token.start() + part.start() : token.start();
      int end = sameLength ? token.start() + part.end() : token.end();
      terms.add(term(part.meaning(), Term.How.EXACT, start, end));
    }
    return new Term.Compound(terms, token.start(), token.end());
  }

  private Optional<Term> misread(Token token) {
    for (String spelling : misreadings.spellings(token.text())) {
      for (Lexicon lexicon : lexicons) {
        Phrases.Match match = lexicon.longest(List.of(spelling), 0);
        Term term =
            match == null
                ? read(lexicon, spelling, token)
                : term(match.meaning(), Term.How.MISREAD, token.start(), token.end());
        if (term != null) {
          return Optional.of(term);
        }
      }
    }
    return misreadings
        .nearestAnimal(token.text())
        .map(entry -> new Term.Known(entry, Term.How.NEAR, false, token.start(), token.end()));
  }

  private void add(Meaning meaning, Term.How how, int from, int to) {
    terms.add(term(meaning, how, tokens.get(from).start(), tokens.get(to - 1).end()));
  }

  private static Term term(Meaning meaning, Term.How how, int start, int end) {
    return switch (meaning) {
      case Meaning.Names names -> new Term.Known(names.entry(), how, names.adjective(), start, end);
      case Meaning.Says says -> new Term.Word(says.wordClass(), start, end);
    };
  }
}
