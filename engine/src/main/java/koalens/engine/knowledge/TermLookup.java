package koalens.engine.knowledge;

import java.util.List;
import koalens.engine.text.Token;

/// Finds out what words stand for, in a fixed order of languages. Immutable and thread-safe.
public final class TermLookup {
  private final Taxonomy taxonomy;
  private final List<Lexicon> lexicons;
  private final Misreadings misreadings;

  TermLookup(Taxonomy taxonomy, List<Lexicon> lexicons, Misreadings misreadings) {
    this.taxonomy = taxonomy;
    this.lexicons = List.copyOf(lexicons);
    this.misreadings = misreadings;
  }

  /// What the words of one ingredient stand for, left to right.
  ///
  /// @param words words, numbers and `&`; other tokens must be left out
  public List<Term> read(List<Token> words) {
    return new TermReader(taxonomy, lexicons, misreadings, words).terms();
  }
}
