package koalens.engine.knowledge;

import java.util.List;
import koalens.engine.text.Token;

/// Finds out what words stand for. Immutable and thread-safe.
public final class TermLookup {
  private final Taxonomy taxonomy;
  private final Lexicon lexicon;
  private final CompoundSplitter compounds;
  private final NearMatches nearMatches;
  private final int[] order;

  /// @param own the languages the words are written in, as far as that is known
  /// @param document the languages of the whole text
  TermLookup(
      Taxonomy taxonomy,
      Lexicon lexicon,
      CompoundSplitter compounds,
      NearMatches nearMatches,
      int own,
      int document) {
    this.taxonomy = taxonomy;
    this.lexicon = lexicon;
    this.compounds = compounds;
    this.nearMatches = nearMatches;
    int all = lexicon.languages().all();
    int first = own == Languages.NONE ? all : own;
    this.order = new int[] {first, document & ~first, all & ~document & ~first};
  }

  /// What the words of one ingredient stand for, left to right.
  ///
  /// @param words words, numbers and `&`; other tokens must be left out
  public List<Term> read(List<Token> words) {
    return new TermReader(this, words).terms();
  }

  /// Whether of two nouns side by side the first is the thing itself: *arôme vanille*.
  public boolean headFirst() {
    for (int rest = order[0]; rest != 0; rest &= rest - 1) {
      if (!lexicon.languages().only(rest & -rest).headFirst()) {
        return false;
      }
    }
    return true;
  }

  Taxonomy taxonomy() {
    return taxonomy;
  }

  Lexicon lexicon() {
    return lexicon;
  }

  CompoundSplitter compounds() {
    return compounds;
  }

  NearMatches nearMatches() {
    return nearMatches;
  }

  /// The languages the words are written in.
  int own() {
    return order[0];
  }

  /// The other languages of the text.
  int document() {
    return order[1];
  }

  /// All remaining languages.
  int others() {
    return order[2];
  }
}
