package koalens.engine.verdict;

import java.util.List;
import java.util.Optional;
import koalens.engine.knowledge.Trait;
import koalens.engine.text.Token;

/// What the brackets around an ingredient, or the colon before it, belong to.
///
/// @param kind what that is
/// @param around its words
record Context(Kind kind, List<Token> around) {
  /// Nothing that changes how words are read.
  static final Context PLAIN = new Context(Kind.PLAIN, List.of());

  /// Behind an additive or a class of them.
  static final Context ADDITIVES = new Context(Kind.ADDITIVES, List.of());

  private static final String VITAMINS_ID = "vitamins";
  private static final int SHORT = 3;

  enum Kind {
    PLAIN,
    /// An additive class, where bare numbers are additives and "caramel" is a colour.
    ADDITIVES,
    /// Vitamins, which go by their letter.
    VITAMINS
  }

  static Context of(Optional<Finding> finding, List<Token> words) {
    if (finding.isEmpty() || finding.get().entry().isEmpty()) {
      return PLAIN;
    }
    if (finding.get().entry().get().isA(VITAMINS_ID)) {
      return new Context(Kind.VITAMINS, words(words));
    }
    return finding.get().has(Trait.CLASS) ? new Context(Kind.ADDITIVES, words(words)) : PLAIN;
  }

  private static List<Token> words(List<Token> tokens) {
    return tokens.stream().filter(Token::isWord).toList();
  }

  /// Whether what follows a comma is short enough to go on with a list after a colon: "vitamins: C,
  /// E", "colours: 100, 120".
  boolean goesOn(List<Token> words) {
    return switch (kind) {
      case PLAIN -> false;
      case ADDITIVES -> words.size() == 1 && Character.isDigit(words.getFirst().text().charAt(0));
      case VITAMINS -> words.size() == 1 && words.getFirst().text().length() <= SHORT;
    };
  }
}
