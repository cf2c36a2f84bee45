package koalens.engine.verdict;

import java.util.ArrayList;
import java.util.List;
import koalens.engine.knowledge.Taxonomy;
import koalens.engine.knowledge.Term;
import koalens.engine.knowledge.TermLookup;
import koalens.engine.knowledge.WordClass;
import koalens.engine.text.Token;

/// Cuts the words of one ingredient at what joins ingredients (*och*, `/`, `&`), and reads each
/// stretch. A hanging hyphen is given the head it waits for: *solros- och rapsolja*.
final class Segments {
  private static final int LONGEST_VITAMIN_LETTER = 3;

  private final Taxonomy taxonomy;
  private final TermLookup lookup;
  private final Context context;
  private final List<Segment> segments = new ArrayList<>();

  /// @param context what the brackets around the words belong to
  Segments(Taxonomy taxonomy, TermLookup lookup, Context context) {
    this.taxonomy = taxonomy;
    this.lookup = lookup;
    this.context = context;
  }

  List<Segment> of(List<Token> words) {
    var stretch = new ArrayList<Token>();
    for (Token token : new HangingHyphens(lookup).completed(words)) {
      if (token.kind() == Token.Kind.SLASH) {
        close(stretch);
      } else if (token.kind() == Token.Kind.AND) {
        stretch.add(sign(token));
      } else if (token.isWord()) {
        stretch.add(token);
      }
    }
    close(stretch);
    return segments;
  }

  // "+" joins as "&" does.
  private static Token sign(Token token) {
    return new Token(token.kind(), "&", token.start(), token.end(), token.spaced());
  }

  private void close(List<Token> stretch) {
    if (stretch.isEmpty()) {
      return;
    }
    var terms = new ArrayList<Term>();
    for (Term term : lookup.read(inContext(stretch))) {
      if (term instanceof Term.Word word && word.wordClass() == WordClass.AND) {
        read(terms);
      } else {
        terms.add(term);
      }
    }
    read(terms);
    stretch.clear();
  }

  // "vitamins (A, D, B12)": inside their class vitamins go by their letter.
  private List<Token> inContext(List<Token> stretch) {
    Token first = stretch.getFirst();
    if (context != Context.VITAMINS || first.text().length() > LONGEST_VITAMIN_LETTER) {
      return List.copyOf(stretch);
    }
    var words = new ArrayList<>(stretch);
    words.addFirst(
        new Token(Token.Kind.WORD, "vitamin", first.start(), first.end(), first.spaced()));
    return words;
  }

  private void read(List<Term> terms) {
    if (!terms.isEmpty()) {
      segments.add(
          new SegmentReading(taxonomy, List.copyOf(terms), context, lookup.headFirst()).segment());
      terms.clear();
    }
  }
}
