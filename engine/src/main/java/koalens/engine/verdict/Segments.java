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
  private static final String VITAMIN = "vitamin";
  private static final int LONGEST_VITAMIN_LETTER = 3;
  private static final int LONGEST_CLASS = 2;

  private final Taxonomy taxonomy;
  private final TermLookup lookup;
  private final Context context;
  private final Denial denial = new Denial();
  private final List<Segment> segments = new ArrayList<>();

  /// @param context what the brackets around the words belong to
  Segments(Taxonomy taxonomy, TermLookup lookup, Context context) {
    this.taxonomy = taxonomy;
    this.lookup = lookup;
    this.context = context;
  }

  List<Segment> of(List<Token> words) {
    if (isPlain(words)) {
      close(words);
      return segments;
    }
    var stretch = new ArrayList<Token>();
    List<Token> completed = new HangingHyphens(lookup).completed(words);
    for (int at = 0; at < completed.size(); at++) {
      Token token = completed.get(at);
      if (token.kind() == Token.Kind.SLASH || isDash(completed, at)) {
        close(stretch);
        stretch.clear();
      } else if (token.kind() == Token.Kind.AND) {
        stretch.add(sign(token));
      } else if (token.isWord()) {
        stretch.add(token);
      }
    }
    close(stretch);
    return segments;
  }

  private static boolean isPlain(List<Token> words) {
    for (int i = 0; i < words.size(); i++) {
      if (!words.get(i).isWord()) {
        return false;
      }
    }
    return true;
  }

  // "rice - butter - salt", but "mono - and diglycerides".
  private boolean isDash(List<Token> words, int at) {
    return words.get(at).kind() == Token.Kind.HYPHEN
        && words.get(at).spaced()
        && at + 1 < words.size()
        && words.get(at + 1).spaced()
        && words.get(at + 1).isWord()
        && !joins(lookup.read(words.subList(at + 1, at + 2)).getFirst());
  }

  private static boolean joins(Term term) {
    return term instanceof Term.Word(WordClass joint, _, _)
        && (joint == WordClass.AND || joint == WordClass.WITH);
  }

  // "+" joins as "&" does.
  private static Token sign(Token token) {
    return new Token(token.kind(), "&", token.start(), token.end(), token.spaced());
  }

  private void close(List<Token> stretch) {
    if (stretch.isEmpty()) {
      return;
    }
    List<Term> terms = terms(stretch);
    int from = 0;
    for (int at = 0; at < terms.size(); at++) {
      if (joins(terms.get(at)) && terms.get(at) instanceof Term.Word(WordClass joint, _, _)) {
        read(terms.subList(from, at));
        denial.join(joint);
        from = at + 1;
      }
    }
    read(from == 0 ? terms : terms.subList(from, terms.size()));
    denial.join(WordClass.WITH);
  }

  private List<Term> terms(List<Token> stretch) {
    return switch (context.kind()) {
      case PLAIN -> lookup.read(stretch);
      case ADDITIVES -> additives(stretch);
      case VITAMINS -> vitamins(stretch);
    };
  }

  // "vitamins (A, D, B12)": inside their class vitamins go by their letter, whatever else the
  // letter
  // says in the language of the label.
  private List<Term> vitamins(List<Token> stretch) {
    boolean letter = stretch.getFirst().text().length() <= LONGEST_VITAMIN_LETTER;
    List<Term> terms = letter ? lookup.anyLanguage(behind(List.of(VITAMIN), stretch)) : List.of();
    return terms.isEmpty() ? lookup.read(stretch) : terms;
  }

  // "colour: caramel" is the name of the colour, were it not for the colon.
  private List<Term> additives(List<Token> stretch) {
    List<Token> around = context.around();
    if (!around.isEmpty() && around.size() <= LONGEST_CLASS) {
      List<String> names = around.stream().map(Token::text).toList();
      List<Term> terms = lookup.read(behind(names, stretch));
      int start = stretch.getFirst().start();
      if (terms.getFirst() instanceof Term.Known known && known.end() > start) {
        return terms;
      }
    }
    return lookup.read(stretch);
  }

  private static List<Token> behind(List<String> words, List<Token> stretch) {
    int start = stretch.getFirst().start();
    var joined = new ArrayList<Token>(words.size() + stretch.size());
    words.forEach(word -> joined.add(new Token(Token.Kind.WORD, word, start, start, true)));
    joined.addAll(stretch);
    return joined;
  }

  private void read(List<Term> terms) {
    if (!terms.isEmpty()) {
      segments.add(new SegmentReading(taxonomy, terms, context, joint(), denial).segment());
    }
  }

  private Joint joint() {
    if (lookup.headFirst()) {
      return Joint.HEAD_FIRST;
    }
    return lookup.writesCompounds() ? Joint.APART : Joint.HEAD_LAST;
  }
}
