package koalens.engine.parsing;

import java.util.List;
import koalens.engine.text.Token;
import org.jspecify.annotations.Nullable;

/// What stands behind a full stop, a line break or a colon of a label: more of the same, or the
/// next part of the food. Immutable, thread-safe.
///
/// @param text the label
/// @param tokens its tokens
/// @param phrases the phrases of all languages
record LookAhead(String text, List<Token> tokens, LabelPhrases phrases) {
  private static final int LONGEST_NUTRIENT = 4;
  private static final int LONGEST_HEADING = 7;

  /// Whether a list, a statement or traces begin behind a full stop, whatever the full stop belongs
  /// to: "Foods S.L. Contiene leche".
  ///
  /// @param stop index of the full stop
  boolean sectionFollows(int stop, Places places) {
    Token next = at(stop + 1);
    if (next == null || !next.isWord() || !isLarge(next)) {
      return false;
    }
    LabelPhrase phrase = phrases.at(tokens, stop + 1, places);
    return phrase != null
        && switch (phrase.kind()) {
          case INGREDIENTS, CONTAINS, TRACES -> true;
          default -> false;
        };
  }

  /// Whether a table of nutrients goes on behind a full stop: "Energi 1456 kJ. Fett 11 g". A share
  /// or a list behind the number would be of the food.
  boolean tableGoesOn(int stop) {
    int end = stop + 1;
    while (end <= stop + LONGEST_NUTRIENT && isPlainWord(at(end))) {
      end++;
    }
    Token number = at(end);
    return end > stop + 1
        && number != null
        && !opensList(end + 1)
        && !opensList(end + 2)
        && (phrases.isAmount(number.text()) || isCount(number, at(end + 1)));
  }

  // "Sauce 50 g: milk", "Pasta 2 pieces (egg)", but "Serving size 1 oz (28 g)".
  private boolean opensList(int index) {
    Token token = at(index);
    if (token == null) {
      return false;
    }
    return switch (token.kind()) {
      case COLON -> true;
      case HYPHEN -> token.spaced();
      case OPEN -> isPlainWord(at(index + 1));
      default -> false;
    };
  }

  private boolean isPlainWord(@Nullable Token token) {
    return token != null && token.kind() == Token.Kind.WORD && !phrases.isAmount(token.text());
  }

  private static boolean isCount(Token number, @Nullable Token next) {
    boolean share = next != null && next.kind() == Token.Kind.PERCENT;
    return number.kind() == Token.Kind.NUMBER && !share;
  }

  /// Whether the words before a colon begin behind a semicolon, a dash or a bullet: "May contain
  /// nuts; coating: milk, sugar".
  ///
  /// @param colon index of the colon
  boolean headsPart(int colon) {
    int first = colon - 1;
    while (first >= 0 && tokens.get(first).isWord()) {
      first--;
    }
    return first >= 0 && parts(first);
  }

  // A bullet is read as a comma.
  private boolean parts(int index) {
    Token token = tokens.get(index);
    return switch (token.kind()) {
      case SEMICOLON -> true;
      case HYPHEN -> token.spaced() && tokens.get(index + 1).spaced();
      case COMMA -> text.charAt(token.start()) != ',';
      default -> false;
    };
  }

  /// Whether the next line begins large, and the one before a line break is not left open.
  ///
  /// @param line index of the line break
  boolean beginsLarge(int line) {
    Token next = at(line + 1);
    boolean open = line > 0 && PhraseStart.leavesOpen(tokens.get(line - 1));
    return next != null && !open && isLarge(next);
  }

  /// Whether a heading stands on the next line: "May contain nuts", and below it "Seasoning sachet
  /// (8 g): salt, chicken".
  ///
  /// @param line index of the line break
  boolean headingFollows(int line) {
    if (!beginsLarge(line)) {
      return false;
    }
    int end = line + 1;
    while (end <= line + LONGEST_HEADING && isOfHeading(at(end))) {
      end++;
    }
    Token colon = at(end);
    return colon != null && colon.kind() == Token.Kind.COLON;
  }

  private static boolean isOfHeading(@Nullable Token token) {
    return token != null
        && switch (token.kind()) {
          case WORD, NUMBER, AND, SLASH, OPEN, CLOSE -> true;
          default -> false;
        };
  }

  private boolean isLarge(Token token) {
    return Character.isUpperCase(text.charAt(token.start()));
  }

  private @Nullable Token at(int index) {
    return index < tokens.size() ? tokens.get(index) : null;
  }
}
