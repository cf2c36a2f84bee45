package koalens.engine.parsing;

import java.util.List;
import koalens.engine.text.Token;
import org.jspecify.annotations.Nullable;

/// Which full stops of a label end a sentence.
final class FullStops {
  private static final List<String> VITAMIN = List.of("vitamin", "vitamiin", "witamin");
  // Words, before what would be a sentence.
  private static final int LONGEST_NAME = 4;

  private final String text;
  private final List<Token> tokens;
  private final LabelPhrases phrases;
  private final boolean hasCapitals;

  FullStops(String text, List<Token> tokens, LabelPhrases phrases) {
    this.text = text;
    this.tokens = tokens;
    this.phrases = phrases;
    this.hasCapitals = hasCapitals(text, tokens);
  }

  private static boolean hasCapitals(String text, List<Token> tokens) {
    for (Token token : tokens) {
      if (beginsLarge(text, token)) {
        return true;
      }
    }
    return false;
  }

  /// Whether the full stop at the index belongs to an abbreviation, or to dots that leave something
  /// out ("starch ..., salt").
  boolean endsNothing(int index) {
    return isAbbreviation(index) || isEllipsis(index);
  }

  /// Whether the full stop at the index stands where a comma was meant: what follows begins small,
  /// though this label has capitals, and goes on as a list does ("salt. pepparrot, jäst").
  boolean standsForComma(int index) {
    Token next = after(index);
    return next != null
        && next.kind() == Token.Kind.WORD
        && Character.isLowerCase(text.charAt(next.start()))
        && hasCapitals
        && commaFollowsSoon(index + 1);
  }

  private boolean commaFollowsSoon(int first) {
    return tokens.stream()
        .skip(first)
        .limit(LONGEST_NAME)
        .filter(token -> token.kind() != Token.Kind.WORD)
        .findFirst()
        .filter(token -> token.kind() == Token.Kind.COMMA)
        .isPresent();
  }

  private static boolean beginsLarge(String text, Token token) {
    return token.kind() == Token.Kind.WORD && Character.isUpperCase(text.charAt(token.start()));
  }

  private boolean isAbbreviation(int index) {
    Token before = index == 0 ? null : tokens.get(index - 1);
    Token next = after(index);
    if (before == null || before.kind() != Token.Kind.WORD || next == null) {
      return false;
    }
    boolean ofVitamin = before.text().length() == 1 && isVitamin(index - 2);
    if (ofVitamin || endsAmount(index, next)) {
      return false;
    }
    if (phrases.isInner(before.text()) || isInitial(before, next)) {
      return true;
    }
    boolean lowerFollows = next.isWord() && !Character.isUpperCase(text.charAt(next.start()));
    boolean markFollows = !next.isWord();
    return phrases.isAbbreviation(before.text()) && (lowerFollows || markFollows);
  }

  // "P. roqueforti"
  private boolean isInitial(Token before, Token next) {
    return before.text().length() == 1
        && next.kind() == Token.Kind.WORD
        && Character.isUpperCase(text.charAt(before.start()))
        && Character.isLowerCase(text.charAt(next.start()));
  }

  // "at 8 °C. Contains milk", "5 min. Sauce"
  private boolean endsAmount(int index, Token next) {
    int number = index - 2;
    while (number >= 0 && tokens.get(number).kind() == Token.Kind.OTHER) {
      number--;
    }
    return number >= 0 && tokens.get(number).kind() == Token.Kind.NUMBER && beginsLarge(text, next);
  }

  // "vitamin C. Mixed with water": the letter is the vitamin's.
  private boolean isVitamin(int index) {
    return index >= 0 && VITAMIN.stream().anyMatch(tokens.get(index).text()::startsWith);
  }

  private boolean isEllipsis(int index) {
    Token next = after(index);
    return next != null
        && switch (next.kind()) {
          case COMMA -> text.charAt(next.start()) == ',';
          case PERIOD, SEMICOLON, CLOSE -> true;
          default -> false;
        };
  }

  private @Nullable Token after(int index) {
    return index + 1 < tokens.size() ? tokens.get(index + 1) : null;
  }
}
