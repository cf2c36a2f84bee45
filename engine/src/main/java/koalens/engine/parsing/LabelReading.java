package koalens.engine.parsing;

import java.util.List;
import koalens.engine.text.Token;
import org.jspecify.annotations.Nullable;

/// One pass over the tokens of one label. Not thread-safe; used once.
final class LabelReading {
  private static final double LEAST_SHARE = 1;

  private final String text;
  private final List<Token> tokens;
  private final LabelPhrases phrases;
  private final Places places;
  private final LabelLayout layout;
  private final FullStops fullStops;
  private final LookAhead ahead;
  private final OpenLists lists;
  private final Standing standing = new Standing();

  private boolean truncated;
  private boolean headed;
  private boolean claimsVegan;
  // Whether the last phrase headed the table of nutrients.
  private boolean nutrition;
  private boolean claimOnLine;
  // A note that began in the middle of an item, or on a line of its own, ends with its line; what
  // follows it has this role.
  private @Nullable Role roleAfterLine;
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
    this.truncated = truncated;
    this.layout = LabelLayout.of(text, tokens);
    this.fullStops = new FullStops(text, tokens, phrases);
    this.ahead = new LookAhead(text, tokens, phrases);
    this.lists = new OpenLists(limits);
  }

  Label label() {
    while (at < tokens.size() && !lists.isFull()) {
      read(tokens.get(at));
    }
    truncated |= at < tokens.size();
    endSentence();
    return new Label(lists.item().finished(), headed, claimsVegan, truncated);
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
    if (phrase != null) {
      PhraseStart start = start();
      if (start.applies(phrase, text, tokens, at)) {
        apply(phrase);
        return;
      }
      int end = LabelPhrases.endOf(phrase, tokens, at);
      if (start.isAside(phrase, tokens, at, end)) {
        lists.endItem();
        lists.turnTo(lists.role() == Role.TAIL ? Role.TAIL : Role.NOTE);
        standing.afterPhrase(false);
        at = end;
        return;
      }
    }
    standing.afterWord();
    addWords(endOfWords(phrase));
  }

  // "no contiene trazas de" is no "contiene trazas de".
  private int endOfWords(@Nullable LabelPhrase phrase) {
    return phrase != null && phrase.kind() == LabelPhrase.Kind.FREE_FROM
        ? LabelPhrases.endOf(phrase, tokens, at)
        : at + 1;
  }

  private void addWords(int end) {
    for (; at < end; at++) {
      lists.item().add(tokens.get(at));
    }
  }

  private PhraseStart start() {
    boolean first = !lists.item().hasWords();
    return new PhraseStart(
        isOutermost(),
        first,
        standing.atSentence(),
        standing.atLineOnly(),
        standing.atList(),
        first && lists.item().isAfterColon(),
        lists.role());
  }

  // A bracket that nothing closes holds no section of the label.
  private boolean isOutermost() {
    return !lists.isInBracket() || !layout.closesAfter(at);
  }

  private void apply(LabelPhrase phrase) {
    boolean inItem = lists.item().hasWords() && lists.role().isContent();
    boolean inList = inItem || isInList();
    lists.endItem();
    if (phrase.kind() == LabelPhrase.Kind.NOT_VEGAN) {
      quote(phrase);
      return;
    }
    at = LabelPhrases.endOf(phrase, tokens, at);
    if (isColon(peek(0))) {
      at++;
    }
    nutrition = phrase.kind() == LabelPhrase.Kind.NUTRITION;
    boolean heading = phrase.kind() == LabelPhrase.Kind.INGREDIENTS;
    if (heading) {
      heading();
    }
    claimsVegan |= phrase.kind() == LabelPhrase.Kind.VEGAN_CLAIM;
    turnToRoleOf(phrase, inItem, inList);
    standing.afterPhrase(heading);
    claimOnLine = true;
  }

  // Behind a full stop or a colon directions may begin though no sentence ended there.
  private boolean isInList() {
    Token.Kind before = at == 0 ? Token.Kind.PERIOD : tokens.get(at - 1).kind();
    boolean behindStop = before == Token.Kind.PERIOD || before == Token.Kind.COLON;
    return lists.role().isContent() && !standing.atSentence() && !behindStop;
  }

  private void turnToRoleOf(LabelPhrase phrase, boolean inItem, boolean inList) {
    Role role = phrase.kind().role();
    boolean startsSentence = standing.atSentence() && !standing.atLineOnly();
    // "…, suitable for vegans, milk": said in the middle of a list, praise covers itself only.
    if (role == Role.CLAIM && !startsSentence) {
      role = lists.role();
    }
    switch (role) {
      case NOTE, OTHER -> lists.turnTo(roleOfNote(phrase, role, inItem, inList));
      case DECLARED, CONTAINS, TRACE, FREE_FROM, CLAIM, TAIL -> lists.turnTo(role);
    }
  }

  // What may still be the list's counts: "oats, source of protein: whey".
  private Role roleOfNote(LabelPhrase phrase, Role role, boolean inItem, boolean inList) {
    if (layout.lines()) {
      roleAfterLine = role == Role.NOTE ? lists.role() : Role.TAIL;
      return role;
    }
    if (inItem && phrase.words().size() > 1 && !layout.listsOnLine(at)) {
      roleAfterLine = Role.TAIL;
      return role;
    }
    return inList ? Role.TAIL : role;
  }

  // "Not suitable for vegans" stands for itself, whatever stands around it.
  private void quote(LabelPhrase phrase) {
    addWords(LabelPhrases.endOf(phrase, tokens, at));
    lists.endItem(phrase.kind().role());
    standing.inSentence();
  }

  // What stood before the first heading was the product's name and its praise.
  private void heading() {
    if (headed) {
      lists.setNameBeforeHeading();
    } else {
      lists.setBeforeHeading();
    }
    headed = true;
  }

  private void number(Token token) {
    int percent = isLine(peek(1)) ? 2 : 1;
    Token next = peek(1);
    if (isPercent(peek(percent))) {
      endPraiseBefore(token);
      lists.item().percent(decimal(token.text()));
      amount(percent + 1);
    } else if (next != null && next.kind() == Token.Kind.WORD && phrases.isUnit(next.text())) {
      amount(2);
    } else {
      addWords(at + 1);
      standing.inSentence();
    }
  }

  // "May contain nuts, milk powder 10 %": of what is not in the food there are no ten per cent.
  private void endPraiseBefore(Token share) {
    boolean denied = lists.role() == Role.TRACE || lists.role() == Role.FREE_FROM;
    if (denied && lists.item().hasWords() && decimal(share.text()) >= LEAST_SHARE) {
      lists.turnTo(Role.TAIL);
    }
  }

  private void amount(int words) {
    lists.item().dropRangeStart();
    lists.item().share(tokens.get(at));
    standing.inSentence();
    at += words;
  }

  private static double decimal(String number) {
    int separator = Math.max(number.lastIndexOf(','), number.lastIndexOf('.'));
    String whole = separator < 0 ? number : number.substring(0, separator);
    String fraction = separator < 0 ? "" : number.substring(separator + 1);
    return Double.parseDouble(whole.replace(",", "").replace(".", "") + "." + fraction + "0");
  }

  private void join(Token token) {
    if (lists.item().hasWords()) {
      lists.item().add(token);
    }
    at++;
  }

  private void separate() {
    lists.endItem();
    standing.inSentence();
    at++;
  }

  private void period() {
    if (fullStops.endsNothing(at) && !ahead.sectionFollows(at, places)) {
      at++;
    } else if (lists.isInBracket() || listGoesOn() || tableGoesOn()) {
      separate();
    } else {
      endSentence();
      at++;
    }
  }

  private boolean listGoesOn() {
    return fullStops.standsForComma(at) && phrases.at(tokens, at + 1, places) == null;
  }

  private boolean tableGoesOn() {
    return nutrition && lists.role() == Role.OTHER && ahead.tableGoesOn(at);
  }

  private void endSentence() {
    lists.endSentence();
    standing.afterSentence();
  }

  private void colon() {
    at++;
    if (lists.item().isAfterColon()) {
      return;
    }
    if (!lists.isInBracket() && lists.role() == Role.FREE_FROM) {
      // "Without eggs: wheat flour, sugar": what follows is there.
      lists.endItem();
      lists.turnTo(Role.DECLARED);
    } else if (!lists.role().isContent() && !lists.isInBracket() && ahead.headsPart(at - 1)) {
      lists.endItem();
      lists.turnTo(Role.TAIL);
    } else if (lists.item().hasWords()) {
      lists.openAfterColon();
    }
  }

  private void open() {
    at++;
    boolean deeper = lists.openBracket();
    if (deeper) {
      standing.inSentence();
    }
  }

  private void close() {
    at++;
    lists.closeBracket();
  }

  private void line() {
    if (roleAfterLine != null) {
      lists.endItem();
      lists.turnTo(roleAfterLine);
      roleAfterLine = null;
    }
    if (layout.endsName(at) && lists.role() == Role.DECLARED && lists.item().hasWords()) {
      lists.openAfterColon();
    } else if (layout.lines()) {
      endClaimOfLine();
      lists.endItem();
    } else if (!lists.role().isContent() && !lists.isInBracket() && ahead.headingFollows(at)) {
      endSentence();
    } else if (listFollows()) {
      lists.endItem();
      lists.turnTo(Role.DECLARED);
    }
    at++;
    standing.afterLine(layout.lines());
  }

  // "Free from gluten", and on the next line the list, which has no heading.
  private boolean listFollows() {
    return !headed
        && !nutrition
        && !lists.role().isContent()
        && !lists.isInBracket()
        && !lists.hasDeclared()
        && ahead.beginsLarge(at)
        && layout.listsOnLine(at + 1);
  }

  // Where each line is an ingredient, "without palm oil" is said of its line.
  private void endClaimOfLine() {
    if (lists.role() == Role.FREE_FROM && claimOnLine && lists.item().hasWords()) {
      lists.endItem();
      lists.turnTo(Role.DECLARED);
    }
    claimOnLine = false;
  }

  private void blankLine() {
    if (!lists.isInBracket()) {
      lists.endSentence();
    }
    at++;
    standing.afterSentence();
  }

  // "salt* *ekologisk": a mark in front of a word opens a footnote.
  private void mark(Token token) {
    Token next = peek(1);
    boolean footnote = token.spaced() && next != null && next.isWord() && !next.spaced();
    if (footnote && !lists.isInBracket() && !behindComma()) {
      endSentence();
    }
    at++;
  }

  // "water, *junket, salt": the mark is the ingredient's own.
  private boolean behindComma() {
    return at > 0
        && switch (tokens.get(at - 1).kind()) {
          case COMMA, SEMICOLON -> true;
          default -> false;
        };
  }

  private @Nullable Token peek(int ahead) {
    return at + ahead < tokens.size() ? tokens.get(at + ahead) : null;
  }

  private static boolean isLine(@Nullable Token token) {
    return token != null && token.kind() == Token.Kind.LINE;
  }

  private static boolean isColon(@Nullable Token token) {
    return token != null && token.kind() == Token.Kind.COLON;
  }

  private static boolean isPercent(@Nullable Token token) {
    return token != null && token.kind() == Token.Kind.PERCENT;
  }
}
