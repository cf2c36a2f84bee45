package koalens.engine.verdict;

import java.util.ArrayList;
import java.util.List;
import koalens.engine.knowledge.KnowledgeBase;
import koalens.engine.knowledge.Term;
import koalens.engine.knowledge.WordClass;
import koalens.engine.text.Token;

/// Cuts the words of one ingredient at what joins ingredients (*och*, `/`, `&`), and reads each
/// stretch. A hanging hyphen is given the head it waits for: *solros- och rapsolja*.
final class Segments {
  private final KnowledgeBase knowledge;
  private final List<String> languages;
  private final boolean insideClass;
  private final List<Segment> segments = new ArrayList<>();

  /// @param languages the languages to look in first
  /// @param insideClass whether bare numbers are additives
  Segments(KnowledgeBase knowledge, List<String> languages, boolean insideClass) {
    this.knowledge = knowledge;
    this.languages = languages;
    this.insideClass = insideClass;
  }

  List<Segment> of(List<Token> words) {
    var stretch = new ArrayList<Token>();
    for (Token token : new HangingHyphens(knowledge, languages).completed(words)) {
      if (token.kind() == Token.Kind.SLASH || token.kind() == Token.Kind.AND) {
        close(stretch);
      } else if (token.isWord()) {
        stretch.add(token);
      }
    }
    close(stretch);
    return segments;
  }

  private void close(List<Token> stretch) {
    if (stretch.isEmpty()) {
      return;
    }
    var terms = new ArrayList<Term>();
    for (Term term : knowledge.read(List.copyOf(stretch), languages)) {
      if (term instanceof Term.Word word && word.wordClass() == WordClass.AND) {
        read(terms);
      } else {
        terms.add(term);
      }
    }
    read(terms);
    stretch.clear();
  }

  private void read(List<Term> terms) {
    if (!terms.isEmpty()) {
      segments.add(
          new SegmentReading(knowledge.taxonomy(), List.copyOf(terms), insideClass).segment());
      terms.clear();
    }
  }
}
