package koalens.engine.text;

/// One word, number or mark of a label text.
///
/// @param kind what it is
/// @param text the folded spelling: lower case, without invisible characters
/// @param start where it begins in the original text, in UTF-16 units, inclusive
/// @param end where it ends in the original text, exclusive
/// @param spaced whether white space stands before it
public record Token(Kind kind, String text, int start, int end, boolean spaced) {

  /// What a token is.
  public enum Kind {
    WORD,
    NUMBER,
    PERCENT,
    COMMA,
    SEMICOLON,
    PERIOD,
    COLON,
    HYPHEN,
    SLASH,
    AND,
    MARK,
    OPEN,
    CLOSE,
    LINE,
    BLANK_LINE,
    OTHER
  }

  /// The same place with another spelling.
  public Token spelled(String other) {
    return new Token(kind, other, start, end, spaced);
  }

  /// Whether this token carries meaning of its own: a word or a number.
  public boolean isWord() {
    return kind == Kind.WORD || kind == Kind.NUMBER;
  }
}
