package koalens.engine.parsing;

import java.util.List;
import koalens.engine.text.Token;
import org.jspecify.annotations.Nullable;

/// One pass over the tokens of one label. Not thread-safe; used once.
final class LabelReading {
  private final String text;
  private final List<Token> tokens;
  private final LabelPhrases phrases;
  private final Places places;
  private final ParsingLimits limits;
  private final boolean linesSeparate;
  private final FullStops fullStops;
  private final int lastClose;

  private IngredientBuilder level = new IngredientBuilder(null, false, Role.DECLARED);
  private Role role = Role.DECLARED;
  private int depth;
  private int flatDepth;
  private int ingredients;
  private boolean truncated;
  private boolean headed;
  private boolean claimsVegan;
  private boolean sentenceStart = true;
  // A line within a list begins no sentence, unless it says so with a capital.
  private boolean lineStart;
  // Just after the heading: "Ingrédients : préparation de fraises, sucre" has no directions yet.
  private boolean listStart;
  private boolean claimOnLine;
  // A note that began in the middle of an item ends with its line.
  private boolean noteOnLine;
  private int firstOfSentence;
  private int at;

  LabelReading(
      String text,
      List<Token> tokens,
      LabelPhrases phrases,
      Places places,
      ParsingLimits limits,
      boolean truncated) {
    this.text = text;
    this.tokens = tokens;
    this.phrases = phrases;
    this.places = places;
    this.limits = limits;
    this.truncated = truncated;
    this.linesSeparate = linesSeparate(tokens);
    this.fullStops = new FullStops(text, tokens, phrases);
    this.lastClose = lastClose(tokens);
  }

  Label label() {
    while (at < tokens.size() && ingredients < limits.ingredients()) {
      read(tokens.get(at));
    }
    truncated |= at < tokens.size();
    endSentence();
    return new Label(level.finished(), headed, claimsVegan, truncated);
  }

  private static boolean linesSeparate(List<Token> tokens) {
    boolean lines = false;
    for (Token token : tokens) {
      if (token.kind() == Token.Kind.COMMA || token.kind() == Token.Kind.SEMICOLON) {
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

  private void read(Token token) {
    switch (token.kind()) {
      case WORD -> word();
      case NUMBER -> number(token);
      case COMMA, SEMICOLON -> separate();
      case PERIOD -> period();
      case COLON -> colon();
      case HYPHEN, SLASH, AND -> join(token);
      case OPEN -> open();
      case CLOSE -> close();
      case LINE -> line();
      case BLANK_LINE -> blankLine();
      case MARK -> mark(token);
      case PERCENT, OTHER -> at++;
    }
  }

  private void word() {
    if (phrases.isAmount(tokens.get(at).text())) {
      amount(1);
      return;
    }
    LabelPhrase phrase = phrases.at(tokens, at, places);
    if (phrase != null && start().applies(phrase, text, tokens, at)) {
      apply(phrase);
      return;
    }
    sentenceStart = false;
    lineStart = false;
    listStart = false;
    for (int end = endOfWords(phrase); at < end; at++) {
      level.add(tokens.get(at));
    }
  }

  // "no contiene trazas de" is no "contiene trazas de".
  private int endOfWords(@Nullable LabelPhrase phrase) {
    return phrase != null && phrase.kind() == LabelPhrase.Kind.FREE_FROM
        ? LabelPhrases.endOf(phrase, tokens, at)
        : at + 1;
  }

  private PhraseStart start() {
    boolean first = !level.hasWords();
    return new PhraseStart(
        isOutermost(),
        first,
        sentenceStart,
        lineStart,
        listStart,
        first && level.isAfterColon(),
        !role.isContent());
  }

  // A bracket that nothing closes holds no section of the label.
  private boolean isOutermost() {
    return depth == 0 || at > lastClose;
  }

  private void apply(LabelPhrase phrase) {
    boolean startsSentence = sentenceStart && !lineStart;
    boolean inItem = level.hasWords() && role.isContent();
    finishItem();
    if (phrase.kind() == LabelPhrase.Kind.NOT_VEGAN) {
      quote(phrase);
      return;
    }
    at = LabelPhrases.endOf(phrase, tokens, at);
    boolean colon = at < tokens.size() && tokens.get(at).kind() == Token.Kind.COLON;
    if (colon) {
      at++;
    }
    if (phrase.kind() == LabelPhrase.Kind.INGREDIENTS) {
      heading();
    }
    claimsVegan |= phrase.kind() == LabelPhrase.Kind.VEGAN_CLAIM;
    // "…, suitable for vegans, milk": said in the middle of a list, praise covers itself only.
    role = isPraise(phrase) && !startsSentence ? role : phrase.kind().role();
    if (role == Role.OTHER && inItem) {
      noteOnLine = phrase.words().size() > 1 && !listsOnLine();
      // What may still be the list's counts.
      role = noteOnLine ? Role.OTHER : Role.TAIL;
    }
    sentenceStart = phrase.kind() == LabelPhrase.Kind.INGREDIENTS;
    lineStart = false;
    listStart = sentenceStart;
    claimOnLine = true;
  }

  private boolean listsOnLine() {
    for (int next = at; next < tokens.size(); next++) {
      switch (tokens.get(next).kind()) {
        case COMMA, SEMICOLON -> {
          return true;
        }
        case LINE, BLANK_LINE -> {
          return false;
        }
        default -> {}
      }
    }
    return false;
  }

  private static boolean isPraise(LabelPhrase phrase) {
    return phrase.kind().role() == Role.CLAIM;
  }

  // "Not suitable for vegans" stands for itself, whatever stands around it.
  private void quote(LabelPhrase phrase) {
    for (int end = LabelPhrases.endOf(phrase, tokens, at); at < end; at++) {
      level.add(tokens.get(at));
    }
    count(level.finish(phrase.kind().role()));
    sentenceStart = false;
  }

  // What stood before the first heading was the product's name and its praise.
  private void heading() {
    if (!headed) {
      List<Ingredient> before = List.copyOf(level.finished());
      level.finished().clear();
      before.forEach(ingredient -> level.finished().add(ingredient.beforeHeading()));
    }
    headed = true;
  }

  private void number(Token token) {
    int percent = isLine(peek(1)) ? 2 : 1;
    Token next = peek(1);
    if (isPercent(peek(percent))) {
      level.percent(decimal(token.text()));
      level.dropRangeStart();
      at += percent + 1;
    } else if (next != null && next.kind() == Token.Kind.WORD && phrases.isUnit(next.text())) {
      amount(2);
    } else {
      level.add(token);
      at++;
    }
    sentenceStart = false;
  }

  private static boolean isLine(@Nullable Token token) {
    return token != null && token.kind() == Token.Kind.LINE;
  }

  private static boolean isPercent(@Nullable Token token) {
    return token != null && token.kind() == Token.Kind.PERCENT;
  }

  private void amount(int words) {
    level.dropRangeStart();
    sentenceStart = false;
    at += words;
  }

  private static double decimal(String number) {
    int separator = Math.max(number.lastIndexOf(','), number.lastIndexOf('.'));
    String whole = separator < 0 ? number : number.substring(0, separator);
    String fraction = separator < 0 ? "" : number.substring(separator + 1);
    return Double.parseDouble(whole.replace(",", "").replace(".", "") + "." + fraction + "0");
  }

  private void join(Token token) {
    if (level.hasWords()) {
      level.add(token);
    }
    at++;
  }

  private void separate() {
    finishItem();
    sentenceStart = false;
    at++;
  }

  private void finishItem() {
    while (level.isAfterColon()) {
      closeLevel();
    }
    count(level.finish(role));
  }

  private void count(boolean real) {
    if (real) {
      ingredients++;
    }
  }

  private void period() {
    if (fullStops.endsNothing(at)) {
      at++;
    } else if (depth > 0 || listGoesOn()) {
      separate();
    } else {
      endSentence();
      at++;
    }
  }

  private boolean listGoesOn() {
    return fullStops.standsForComma(at) && phrases.at(tokens, at + 1, places) == null;
  }

  private void endSentence() {
    finishItem();
    while (depth > 0) {
      closeLevel();
      depth--;
      finishItem();
    }
    flatDepth = 0;
    boolean listRead = level.finished().size() > firstOfSentence && role == Role.DECLARED;
    if (listRead || role != Role.DECLARED) {
      role = listStarted() ? Role.TAIL : Role.DECLARED;
    }
    firstOfSentence = level.finished().size();
    sentenceStart = true;
    lineStart = false;
  }

  private boolean listStarted() {
    return level.finished().stream().anyMatch(i -> i.role() == Role.DECLARED);
  }

  private void colon() {
    at++;
    if (role == Role.FREE_FROM && depth == 0 && !level.isAfterColon()) {
      // "Without eggs: wheat flour, sugar": what follows is there.
      finishItem();
      role = Role.DECLARED;
      return;
    }
    if (level.hasWords() && !level.isAfterColon()) {
      level.markHeading();
      level = new IngredientBuilder(level, true, role);
    }
  }

  private void open() {
    at++;
    if (depth >= limits.depth()) {
      flatDepth++;
      finishItem();
      return;
    }
    depth++;
    level = new IngredientBuilder(level, false, role);
    sentenceStart = false;
  }

  private void close() {
    at++;
    if (flatDepth > 0) {
      flatDepth--;
      finishItem();
    } else if (depth > 0) {
      finishItem();
      closeLevel();
      depth--;
    }
  }

  private void closeLevel() {
    IngredientBuilder closed = level;
    IngredientBuilder parent = closed.parent();
    if (parent == null) {
      return;
    }
    count(closed.finish(role));
    role = closed.enclosing();
    parent.adopt(closed);
    level = parent;
  }

  private void line() {
    lineStart = !linesSeparate && !sentenceStart;
    if (noteOnLine) {
      finishItem();
      role = Role.TAIL;
      noteOnLine = false;
    }
    if (linesSeparate) {
      endClaimOfLine();
      separate();
    } else {
      at++;
    }
    sentenceStart = true;
  }

  // Where each line is an ingredient, "without palm oil" is said of its line.
  private void endClaimOfLine() {
    if (role == Role.FREE_FROM && claimOnLine && level.hasWords()) {
      finishItem();
      role = Role.DECLARED;
    }
    claimOnLine = false;
  }

  private void blankLine() {
    if (depth == 0) {
      endSentence();
    }
    at++;
    sentenceStart = true;
    lineStart = false;
  }

  // "salt* *ekologisk": a mark in front of a word opens a footnote.
  private void mark(Token token) {
    Token next = peek(1);
    boolean footnote = token.spaced() && next != null && next.isWord() && !next.spaced();
    if (footnote && depth == 0) {
      endSentence();
    }
    at++;
  }

  private @Nullable Token peek(int ahead) {
    return at + ahead < tokens.size() ? tokens.get(at + ahead) : null;
  }
}
