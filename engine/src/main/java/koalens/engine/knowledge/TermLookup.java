package koalens.engine.knowledge;

import java.util.List;
import koalens.engine.text.Token;

/// Finds out what words stand for. Immutable and thread-safe.
public final class TermLookup {
  private final Dictionary dictionary;
  private final int own;
  private final int document;
  private final int others;
  private final boolean unsure;

  /// The languages to look in.
  ///
  /// @param own the languages the words are written in, as far as that is known
  /// @param document the languages of the whole text
  /// @param unsure whether too few words tell the language
  record Setting(int own, int document, boolean unsure) {}

  TermLookup(Dictionary dictionary, Setting setting) {
    int all = dictionary.lexicon().languages().all();
    this.dictionary = dictionary;
    this.own = setting.own() == Languages.NONE ? all : setting.own();
    this.document = setting.document() & ~own;
    this.others = all & ~setting.document() & ~own;
    this.unsure = setting.unsure();
  }

  /// What the words of one ingredient stand for, left to right.
  ///
  /// @param words words, numbers and `&`; other tokens must be left out
  public List<Term> read(List<Token> words) {
    return new TermReader(this, words).terms();
  }

  /// The same when the words begin with a name of several words in any language; else nothing.
  public List<Term> anyLanguage(List<Token> words) {
    int all = dictionary.lexicon().languages().all();
    return beginsWithName(words, all)
        ? new TermReader(new TermLookup(dictionary, new Setting(all, document, false)), words)
            .terms()
        : List.of();
  }

  private boolean beginsWithName(List<Token> words, int set) {
    Lexicon lexicon = dictionary.lexicon();
    Lexicon.Match match = lexicon.longest(lexicon.words(words), 0, set);
    return match != null && match.words() > 1;
  }

  /// Whether of two nouns side by side the first is the thing itself: *arôme vanille*.
  public boolean headFirst() {
    for (int rest = own; rest != 0; rest &= rest - 1) {
      if (!dictionary.lexicon().languages().only(rest & -rest).headFirst()) {
        return false;
      }
    }
    return true;
  }

  /// Whether two nouns of one thing are written as one word: *havremjölk*.
  public boolean writesCompounds() {
    for (int rest = own; rest != 0; rest &= rest - 1) {
      if (!dictionary.lexicon().languages().only(rest & -rest).writesCompounds()) {
        return false;
      }
    }
    return own != 0;
  }

  /// Whether too few words tell the language: a name that is an animal's in any language then
  /// counts as that.
  boolean unsure() {
    return unsure;
  }

  Dictionary dictionary() {
    return dictionary;
  }

  /// The languages the words are written in.
  int own() {
    return own;
  }

  /// The other languages of the text.
  int document() {
    return document;
  }

  /// All remaining languages.
  int others() {
    return others;
  }
}
