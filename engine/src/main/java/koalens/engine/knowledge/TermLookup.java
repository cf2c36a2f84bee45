package koalens.engine.knowledge;

import java.util.List;
import koalens.engine.text.Token;

/// Finds out what words stand for. Immutable and thread-safe.
public final class TermLookup {
  private final Taxonomy taxonomy;
  private final Lexicon lexicon;
  private final CompoundSplitter compounds;
  private final NearMatches nearMatches;
  private final GluedWords gluedWords;
  private final int[] order;
  private final boolean unsure;

  /// The languages to look in.
  ///
  /// @param own the languages the words are written in, as far as that is known
  /// @param document the languages of the whole text
  /// @param unsure whether too few words tell the language
  record Setting(int own, int document, boolean unsure) {}

  TermLookup(
      Taxonomy taxonomy,
      Lexicon lexicon,
      CompoundSplitter compounds,
      NearMatches nearMatches,
      GluedWords gluedWords,
      Setting setting) {
    this.taxonomy = taxonomy;
    this.lexicon = lexicon;
    this.compounds = compounds;
    this.nearMatches = nearMatches;
    this.gluedWords = gluedWords;
    this.unsure = setting.unsure();
    int all = lexicon.languages().all();
    int first = setting.own() == Languages.NONE ? all : setting.own();
    this.order = new int[] {first, setting.document() & ~first, all & ~setting.document() & ~first};
  }

  /// What the words of one ingredient stand for, left to right.
  ///
  /// @param words words, numbers and `&`; other tokens must be left out
  public List<Term> read(List<Token> words) {
    return new TermReader(this, words).terms();
  }

  /// The same when the words begin with a name of several words in any language; else nothing.
  public List<Term> anyLanguage(List<Token> words) {
    int all = lexicon.languages().all();
    Lexicon.Match match = lexicon.longest(words, 0, all);
    return match == null || match.words() < 2 ? List.of() : new TermReader(in(all), words).terms();
  }

  private TermLookup in(int set) {
    return new TermLookup(
        taxonomy, lexicon, compounds, nearMatches, gluedWords, new Setting(set, order[1], false));
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

  /// Whether too few words tell the language: a name that is an animal's in any language then
  /// counts as that.
  boolean unsure() {
    return unsure;
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

  GluedWords gluedWords() {
    return gluedWords;
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
