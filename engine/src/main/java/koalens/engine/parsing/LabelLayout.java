package koalens.engine.parsing;

import java.util.List;
import koalens.engine.text.Token;

/// What the separators of a whole label tell, before it is read.
///
/// @param lines whether each line is an ingredient, for want of any comma
/// @param lastClose index of the last closing bracket, negative without one
/// @param nameEnd index of the line break between the name of the food and a list without a
///   heading, negative without one
record LabelLayout(List<Token> tokens, boolean lines, int lastClose, int nameEnd) {
  private static final int LONGEST_NAME = 10;
  private static final int SHORTEST_LIST = 3;

  static LabelLayout of(String text, List<Token> tokens) {
    return new LabelLayout(tokens, hasLinesAlone(tokens), lastClose(tokens), nameEnd(text, tokens));
  }

  // "Sorbet 0,5 l" on the first line, and a list that begins large on the next.
  private static int nameEnd(String text, List<Token> tokens) {
    int end = 0;
    while (end < tokens.size() && end <= LONGEST_NAME && isOfName(tokens.get(end))) {
      end++;
    }
    boolean line = end > 0 && end + 1 < tokens.size() && tokens.get(end).kind() == Token.Kind.LINE;
    return line
            && tokens.get(end - 1).kind() != Token.Kind.HYPHEN
            && Character.isUpperCase(text.charAt(tokens.get(end + 1).start()))
            && listsWithin(tokens, end + 1)
        ? end
        : -1;
  }

  private static boolean isOfName(Token token) {
    return switch (token.kind()) {
      case WORD, NUMBER, HYPHEN, SLASH, AND, OPEN, CLOSE, MARK, PERCENT, OTHER -> true;
      case COMMA, SEMICOLON, PERIOD, COLON, LINE, BLANK_LINE -> false;
    };
  }

  // A sentence of several commas and no colon but of its parts.
  private static boolean listsWithin(List<Token> tokens, int from) {
    int commas = 0;
    for (int at = from; at < tokens.size() && commas < SHORTEST_LIST; at++) {
      Token.Kind kind = tokens.get(at).kind();
      if (kind == Token.Kind.BLANK_LINE || (kind == Token.Kind.COLON && commas == 0)) {
        return false;
      }
      commas += kind == Token.Kind.COMMA ? 1 : 0;
    }
    return commas == SHORTEST_LIST;
  }

  /// Whether the line break at the index stands between the name of the food and its list.
  boolean endsName(int index) {
    return index == nameEnd;
  }

  private static boolean hasLinesAlone(List<Token> tokens) {
    boolean lines = false;
    for (Token token : tokens) {
      if (separates(token)) {
        return false;
      }
      lines |= token.kind() == Token.Kind.LINE;
    }
    return lines;
  }

  private static int lastClose(List<Token> tokens) {
    int last = tokens.size() - 1;
    while (last >= 0 && tokens.get(last).kind() != Token.Kind.CLOSE) {
      last--;
    }
    return last;
  }

  private static boolean separates(Token token) {
    return token.kind() == Token.Kind.COMMA || token.kind() == Token.Kind.SEMICOLON;
  }

  /// Whether a bracket opened before a token can still be closed.
  boolean closesAfter(int index) {
    return index <= lastClose;
  }

  /// Whether the rest of a line is divided by commas.
  ///
  /// @param index a token of the line
  boolean listsOnLine(int index) {
    for (int next = index; next < tokens.size() && !endsLine(tokens.get(next)); next++) {
      if (separates(tokens.get(next))) {
        return true;
      }
    }
    return false;
  }

  private static boolean endsLine(Token token) {
    return token.kind() == Token.Kind.LINE || token.kind() == Token.Kind.BLANK_LINE;
  }
}
