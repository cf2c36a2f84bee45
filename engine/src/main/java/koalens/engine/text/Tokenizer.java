package koalens.engine.text;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

/// Cuts a text into tokens: runs of letters and digits, numbers with their decimals, and marks.
///
/// An apostrophe before the one or two last letters of a word joins them (`lamb's` → `lambs`);
/// elsewhere it parts words (`l'huile` → `l`, `huile`; `dell'uovo` → `dell`, `uovo`). Thread-safe;
/// linear in the length of the text.
public final class Tokenizer {
  private final Folding folding;

  /// @param folding how spellings are folded before they are cut
  public Tokenizer(Folding folding) {
    this.folding = folding;
  }

  /// A tokenizer that composes with the JDK's normalizer.
  public static Tokenizer standard() {
    return new Tokenizer(new Folding(new Composing()));
  }

  // No lambda: the first one of a process costs more than all the rest of getting ready.
  private static final class Composing implements UnaryOperator<String> {
    @Override
    public String apply(String text) {
      return Normalizer.normalize(text, Normalizer.Form.NFKC);
    }
  }

  /// All tokens of the text, in order.
  public List<Token> tokenize(String text) {
    return new Pass(folding.fold(text)).tokens();
  }

  /// The words and numbers of a text: what a name in the knowledge base consists of.
  public List<String> words(String text) {
    return tokenize(text).stream().filter(Token::isWord).map(Token::text).toList();
  }

  private static final class Pass {
    private static final int LONGEST_JOINED = 2;
    private static final String[] MARKS = marks();
    private static final int LONGEST_UNIT = 4;
    private static final int SHORTEST_NOTED = 3;

    private final FoldedText text;
    private final List<Token> tokens;
    private int at;
    private boolean spaced;

    Pass(FoldedText text) {
      this.text = text;
      this.tokens = new ArrayList<>(text.length() / 5 + 4);
    }

    List<Token> tokens() {
      while (at < text.length()) {
        char c = text.charAt(at);
        if (c == '\n') {
          lines();
        } else if (c == ' ' || c == '\'' || c == '"') {
          at++;
          spaced = true;
        } else if (Character.isLetter(c)) {
          word();
        } else if (c >= '0' && c <= '9') {
          numberOrWord();
        } else {
          mark(c);
        }
      }
      return tokens;
    }

    private void lines() {
      int start = at;
      int breaks = 0;
      while (at < text.length() && (text.charAt(at) == '\n' || text.charAt(at) == ' ')) {
        if (text.charAt(at++) == '\n') {
          breaks++;
        }
      }
      add(breaks > 1 ? Token.Kind.BLANK_LINE : Token.Kind.LINE, "\n", start, at);
      spaced = true;
    }

    private void word() {
      int start = at;
      at = beforeNote(start, wordEnd(start));
      if (!atJoiningApostrophe() || at - start <= 2) {
        add(Token.Kind.WORD, text.substring(start, at), start, at);
        return;
      }
      var joined = new StringBuilder(text.substring(start, at));
      while (atJoiningApostrophe()) {
        int part = at + 1;
        at = wordEnd(part);
        joined.append(text.substring(part, at));
      }
      add(Token.Kind.WORD, joined.toString(), start, at);
    }

    // "sugar1, salt2" point to footnotes; the numbers of "B12" and "E150d" belong to them.
    private int beforeNote(int start, int end) {
      int letters = start;
      while (letters < end && Character.isLetter(text.charAt(letters))) {
        letters++;
      }
      return letters - start >= SHORTEST_NOTED && isDigits(letters, end) ? letters : end;
    }

    private boolean atJoiningApostrophe() {
      return at + 1 < text.length()
          && text.charAt(at) == '\''
          && Character.isLetter(text.charAt(at + 1))
          && wordEnd(at + 1) - at - 1 <= LONGEST_JOINED;
    }

    private int wordEnd(int from) {
      int end = from;
      while (end < text.length() && Character.isLetterOrDigit(text.charAt(end))) {
        end++;
      }
      return end;
    }

    private void numberOrWord() {
      int start = at;
      int end = wordEnd(at);
      if (!isDigits(start, end)) {
        at = end;
        add(Token.Kind.WORD, text.substring(start, at), start, at);
        return;
      }
      while (isDecimalPart(end)) {
        end = wordEnd(end + 1);
      }
      if (isDecimalWithUnit(end)) {
        at = wordEnd(end + 1);
        add(Token.Kind.WORD, text.substring(start, at), start, at);
        return;
      }
      at = end;
      add(Token.Kind.NUMBER, text.substring(start, end), start, end);
    }

    private boolean isDecimalPart(int separator) {
      if (separator + 1 >= text.length()) {
        return false;
      }
      char c = text.charAt(separator);
      int end = wordEnd(separator + 1);
      return (c == ',' || c == '.') && end > separator + 1 && isDigits(separator + 1, end);
    }

    // "8.9g", but "E330.2kg" of another list is none.
    private boolean isDecimalWithUnit(int separator) {
      if (separator + 2 >= text.length()) {
        return false;
      }
      char c = text.charAt(separator);
      int end = wordEnd(separator + 1);
      int digits = separator + 1;
      while (digits < end && isDigits(digits, digits + 1)) {
        digits++;
      }
      return (c == ',' || c == '.')
          && digits > separator + 1
          && end > digits
          && end - digits <= LONGEST_UNIT
          && Character.isLetter(text.charAt(digits));
    }

    private boolean isDigits(int start, int end) {
      for (int i = start; i < end; i++) {
        if (text.charAt(i) < '0' || text.charAt(i) > '9') {
          return false;
        }
      }
      return true;
    }

    private void mark(char c) {
      add(kindOf(c), c < MARKS.length ? MARKS[c] : String.valueOf(c), at, at + 1);
      at++;
    }

    private static String[] marks() {
      var marks = new String[0x80];
      for (char c = 0; c < marks.length; c++) {
        marks[c] = String.valueOf(c);
      }
      return marks;
    }

    private static Token.Kind kindOf(char c) {
      return switch (c) {
        case ',', '\u00B7', '|', '\u3001', '\u201A', '\u060C', '\u00A6' -> Token.Kind.COMMA;
        case ';' -> Token.Kind.SEMICOLON;
        case '.', '!', '?' -> Token.Kind.PERIOD;
        case ':' -> Token.Kind.COLON;
        case '-' -> Token.Kind.HYPHEN;
        case '/', '\\' -> Token.Kind.SLASH;
        case '&', '+' -> Token.Kind.AND;
        case '%' -> Token.Kind.PERCENT;
        case '*', '\u2020', '\u2021', '#', '\u00AE', '\u2122', '^' -> Token.Kind.MARK;
        case '(', '[', '{', '<' -> Token.Kind.OPEN;
        case ')', ']', '}', '>' -> Token.Kind.CLOSE;
        default -> Token.Kind.OTHER;
      };
    }

    private void add(Token.Kind kind, String folded, int start, int end) {
      tokens.add(new Token(kind, folded, text.startOf(start), text.endOf(end), spaced));
      spaced = false;
    }
  }
}
