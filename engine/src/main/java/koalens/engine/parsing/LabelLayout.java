package koalens.engine.parsing;

import java.util.List;
import koalens.engine.text.Token;

/// What the separators of a whole label tell, before it is read.
///
/// @param lines whether each line is an ingredient, for want of any comma
/// @param lastClose index of the last closing bracket, negative without one
record LabelLayout(List<Token> tokens, boolean lines, int lastClose) {

  static LabelLayout of(List<Token> tokens) {
    return new LabelLayout(tokens, hasLinesAlone(tokens), lastClose(tokens));
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
