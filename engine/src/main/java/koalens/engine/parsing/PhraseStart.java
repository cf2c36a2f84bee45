package koalens.engine.parsing;

import java.util.List;
import koalens.engine.text.Token;

/// Where a phrase stands, which decides whether it is one.
///
/// @param outermost whether no bracket is open
/// @param first whether no word of the ingredient was read yet
/// @param sentence whether a sentence begins there
/// @param line whether only a line begins there: within a list that begins no sentence, unless it
///   says so with a capital
/// @param list whether the list's heading stands right before: "Ingrédients : préparation de
///   fraises, sucre" has no directions yet, nor has "Ingredients: preparation: milk, sugar"
/// @param afterColon whether a colon stands right before
/// @param role the role of what is being read: "may contain nuts, contains milk" says of the milk
///   that it is in the food
record PhraseStart(
    boolean outermost,
    boolean first,
    boolean sentence,
    boolean line,
    boolean list,
    boolean afterColon,
    Role role) {
  private static final int LONGEST_TERM = 4;
  private static final String BUTTER = "voi";

  /// Whether a phrase that stands there does what it says.
  ///
  /// @param index where it begins
  boolean applies(LabelPhrase phrase, String text, List<Token> tokens, int index) {
    int end = LabelPhrases.endOf(phrase, tokens, index);
    boolean colon = end < tokens.size() && tokens.get(end).kind() == Token.Kind.COLON;
    return switch (phrase.kind()) {
      case INGREDIENTS ->
          outermost
              && (colon
                  || (first && sentence && !endsItem(tokens, end))
                  || breaksOff(text, tokens, index, end)
                  || standsAlone(tokens, index, end));
      case CONTAINS ->
          first
              ? !role.isContent() || (outermost && (sentence || colon))
              : !role.isContent()
                  ? role == Role.TRACE
                      || isPraise()
                      || breaksOff(text, tokens, index, end)
                      || line
                      || colon
                      || joined(tokens, index)
                      || phrase.words().size() > 1
                  : outermost
                      && colon
                      && (phrase.words().size() > 1 || (line && role == Role.TAIL));
      case TRACES -> !isButter(phrase, text, tokens, index, end);
      case FREE_FROM -> beginsClaim(text, tokens, index) && !isOneItem(tokens);
      case VEGAN_CLAIM, NOT_VEGAN, CLAIM -> outermost;
      case BUT -> endsDenial();
      case WITH ->
          isPraise()
              && (phrase.words().size() > 1
                  || separated(tokens, index)
                  || (role == Role.FREE_FROM && !first));
      case EXCEPT -> isPraise() || role == Role.TAIL;
      case NOTE, OTHER, NUTRITION ->
          endsStatement(phrase, tokens, index, end)
              || (phrase.kind() == LabelPhrase.Kind.NOTE && isPraise() && separated(tokens, index))
              || (outermost
                  && !list
                  && (first ? beginsNote(phrase, text, tokens, index, colon) : line)
                  && !(line && goesOn(tokens, index))
                  && (first || isCapitalized(text, tokens.get(index))));
      case ABBREVIATIONS, INNER, UNITS -> false;
    };
  }

  // "Serve with rice Contains milk", "Net weight 400 g Ingredients Milk": a full stop was lost.
  private boolean breaksOff(String text, List<Token> tokens, int index, int end) {
    boolean said =
        switch (role) {
          case OTHER, FREE_FROM, TRACE, TAIL -> true;
          case DECLARED, CONTAINS, CLAIM, NOTE -> false;
        };
    return said
        && outermost
        && index > 0
        && isCapitalized(text, tokens.get(index))
        && tokens.get(index - 1).isWord()
        && !Character.isUpperCase(text.charAt(tokens.get(index - 1).start()))
        && end < tokens.size()
        && tokens.get(end).isWord();
  }

  // "Sokeri, voi" and below it "Sisältää pähkinää": Finnish "may" is butter too, and a sentence
  // begins
  // behind it.
  private static boolean isButter(
      LabelPhrase phrase, String text, List<Token> tokens, int index, int end) {
    return phrase.words().getFirst().equals(BUTTER)
        && Character.isLowerCase(text.charAt(tokens.get(index).start()))
        && tokens.subList(index + 1, end).stream().anyMatch(token -> parts(text, token));
  }

  private static boolean parts(String text, Token token) {
    boolean dash = token.kind() == Token.Kind.HYPHEN && token.spaced();
    return dash || Character.isUpperCase(text.charAt(token.start()));
  }

  /// Whether "contains" stands in the middle of words around the list: "new recipe contains milk".
  /// Of what follows an animal counts.
  ///
  /// @param index where the phrase begins
  /// @param end where it ends
  boolean isAside(LabelPhrase phrase, List<Token> tokens, int index, int end) {
    boolean around =
        switch (role) {
          case TAIL, NOTE, OTHER -> true;
          case DECLARED, CONTAINS, TRACE, FREE_FROM, CLAIM -> false;
        };
    return phrase.kind() == LabelPhrase.Kind.CONTAINS
        && around
        && outermost
        && !first
        && end < tokens.size();
  }

  // "Baked beans in tomato sauce", and below it "INGREDIENTS".
  private boolean standsAlone(List<Token> tokens, int index, int end) {
    return line && !goesOn(tokens, index) && end < tokens.size() && isLine(tokens.get(end));
  }

  private static boolean isLine(Token token) {
    return token.kind() == Token.Kind.LINE || token.kind() == Token.Kind.BLANK_LINE;
  }

  private boolean beginsNote(
      LabelPhrase phrase, String text, List<Token> tokens, int index, boolean colon) {
    return colon
        || (!isNumberedHeading(phrase, tokens, index) && sentence && !isTerm(tokens))
        || (afterColon && isDirection(phrase, text, tokens.get(index)));
  }

  // "Allergens: see ingredients in bold", "contains liquorice – people suffering from hypertension
  // …".
  private boolean endsStatement(LabelPhrase phrase, List<Token> tokens, int index, int end) {
    return role == Role.CONTAINS
        && outermost
        && phrase.words().size() > 1
        && (first || joined(tokens, index))
        && endsSentence(tokens, end);
  }

  // Nothing that could be a list follows: "Contains soya, source of fibre, milk".
  private static boolean endsSentence(List<Token> tokens, int end) {
    for (int at = end; at < tokens.size(); at++) {
      switch (tokens.get(at).kind()) {
        case PERIOD, BLANK_LINE -> {
          return true;
        }
        case WORD, NUMBER, PERCENT, MARK, OTHER, CLOSE -> {}
        case COMMA, SEMICOLON, COLON, HYPHEN, SLASH, AND, OPEN, LINE -> {
          return false;
        }
      }
    }
    return true;
  }

  private boolean endsDenial() {
    return switch (role) {
      case FREE_FROM, TRACE, CLAIM -> true;
      case DECLARED, CONTAINS, TAIL, NOTE, OTHER -> false;
    };
  }

  private boolean isPraise() {
    return role == Role.FREE_FROM || role == Role.CLAIM;
  }

  private static boolean separated(List<Token> tokens, int index) {
    return index > 0
        && switch (tokens.get(index - 1).kind()) {
          case COMMA, SEMICOLON, LINE -> true;
          case HYPHEN -> tokens.get(index).spaced();
          default -> false;
        };
  }

  // "Lot 1 : farine. Lot 2 : lait" numbers the parts of the food.
  private static boolean isNumberedHeading(LabelPhrase phrase, List<Token> tokens, int index) {
    int end = LabelPhrases.endOf(phrase, tokens, index);
    return end + 1 < tokens.size()
        && tokens.get(end).kind() == Token.Kind.NUMBER
        && tokens.get(end + 1).kind() == Token.Kind.COLON;
  }

  // "…, utan palmolja, smör" denies an ingredient of the list, as its words say; "Fri från mjölk,
  // ägg." after the list covers its sentence.
  private boolean beginsClaim(String text, List<Token> tokens, int index) {
    boolean begins =
        line ? isCapitalized(text, tokens.get(index)) && !goesOn(tokens, index) : first;
    return begins && outermost && sentence && !list;
  }

  // "Préparation : Faites cuire les tagliatelles", but not "preparation: mix (sugar, milk)".
  private static boolean isDirection(LabelPhrase phrase, String text, Token word) {
    return phrase.words().size() > 1 && isCapitalized(text, word);
  }

  // "Contains no nuts & contains milk", "may contain nuts / contains milk".
  private static boolean joined(List<Token> tokens, int index) {
    return index > 0
        && switch (tokens.get(index - 1).kind()) {
          case AND, SLASH -> true;
          case HYPHEN -> tokens.get(index).spaced();
          default -> false;
        };
  }

  private static boolean goesOn(List<Token> tokens, int index) {
    return index >= 2 && leavesOpen(tokens.get(index - 2));
  }

  /// Whether a line that ends with the token goes on in the next: a comma, a hyphen, an "&".
  static boolean leavesOpen(Token token) {
    return switch (token.kind()) {
      case COMMA, SEMICOLON, HYPHEN, AND, SLASH, COLON -> true;
      default -> false;
    };
  }

  private static boolean isCapitalized(String text, Token word) {
    int start = word.start();
    return Character.isUpperCase(text.charAt(start))
        && start + 1 < text.length()
        && !Character.isUpperCase(text.charAt(start + 1));
  }

  // "Ingredienser, ..." names no list; a heading is followed by one.
  private static boolean endsItem(List<Token> tokens, int index) {
    return index >= tokens.size()
        || tokens.get(index).kind() == Token.Kind.COMMA
        || tokens.get(index).kind() == Token.Kind.CLOSE;
  }

  // "preparación de fruta" alone is a name, not directions.
  private static boolean isTerm(List<Token> tokens) {
    return tokens.size() <= LONGEST_TERM && isOneItem(tokens);
  }

  // "no added sugar milk chocolate" is one thing, not a claim and its list.
  private static boolean isOneItem(List<Token> tokens) {
    for (Token token : tokens) {
      if (!token.isWord() && !isJoint(token)) {
        return false;
      }
    }
    return true;
  }

  private static boolean isJoint(Token token) {
    return token.kind() == Token.Kind.HYPHEN || token.kind() == Token.Kind.PERCENT;
  }
}
