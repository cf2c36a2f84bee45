package koalens.engine.parsing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Collectors;
import koalens.engine.text.Token;
import koalens.engine.text.Tokenizer;
import org.junit.jupiter.api.Test;

class LabelParserTest {
  private final Tokenizer tokenizer = Tokenizer.standard();
  private final LabelParser parser = LabelParser.standard(ParsingLimits.STANDARD);

  @Test
  void readsATreeWithPercentages() {
    Label label = parse("Choklad 12,5 % (socker, kakao (40%)), salt");
    assertThat(show(label.ingredients())).isEqualTo("choklad 12.5%[socker, kakao 40.0%], salt");
  }

  @Test
  void keepsTracesApartFromIngredients() {
    Label label = parse("Ingredienser: havre, salt. Kan innehålla spår av mjölk och ägg.");
    assertThat(words(label, Role.DECLARED)).containsExactly("havre", "salt");
    assertThat(words(label, Role.TRACE)).containsExactly("mjölk och ägg");
  }

  @Test
  void keepsTracesInsideBracketsInsideThem() {
    Label label = parse("Choklad (kakao, kan innehålla spår av mjölk), socker");
    assertThat(show(label.ingredients())).isEqualTo("choklad[kakao, mjölk], socker");
    assertThat(label.ingredients().getFirst().parts())
        .extracting(Ingredient::role)
        .containsExactly(Role.DECLARED, Role.TRACE);
    assertThat(label.ingredients().getLast().role()).isEqualTo(Role.DECLARED);
  }

  @Test
  void readsWhatAProductIsFreeFromToTheEndOfTheSentenceOnly() {
    Label label = parse("Havre, salt. Fri från mjölk, ägg. Innehåller: vete.");
    assertThat(words(label, Role.FREE_FROM)).containsExactly("mjölk", "ägg");
    assertThat(words(label, Role.CONTAINS)).containsExactly("vete");
  }

  @Test
  void leavesWithoutInTheMiddleOfAListToTheWordsBehindIt() {
    Label label = parse("Ingredients: water, without added sugar, milk");
    assertThat(words(label, Role.DECLARED)).containsExactly("water", "without added sugar", "milk");
  }

  @Test
  void takesAWrappedLineForNoNewSentenceUnlessItBeginsWithACapital() {
    Label wrapped = parse("Ingredients: oil\nfree from salt, milk");
    assertThat(words(wrapped, Role.FREE_FROM)).isEmpty();
    Label claim = parse("Ingredients: oil\nFree from salt, milk");
    assertThat(words(claim, Role.FREE_FROM)).containsExactly("salt", "milk");
  }

  @Test
  void takesPraiseInTheMiddleOfAListForItselfOnly() {
    Label label = parse("Ingredients: water, suitable for vegans, milk");
    assertThat(words(label, Role.DECLARED)).containsExactly("water", "milk");
    assertThat(label.claimsVegan()).isTrue();
  }

  @Test
  void hearsThatAFoodIsNotVegan() {
    Label label = parse("Ingredients: water. Not suitable for vegans.");
    assertThat(words(label, Role.CONTAINS)).containsExactly("not suitable for vegans");
    assertThat(label.claimsVegan()).isFalse();
  }

  @Test
  void leavesOutWhatStandsBeforeTheHeadingAndAfterTheList() {
    Label label =
        parse("Mjölkfri kaka. Ingredienser: mjöl, salt. Förvaras svalt. Nettovikt: 200 g");
    assertThat(words(label, Role.DECLARED)).containsExactly("mjöl", "salt");
  }

  @Test
  void hearsSecondHeadings() {
    Label label = parse("Ingredienser: havre. Ingredients: oats, milk");
    assertThat(words(label, Role.DECLARED)).containsExactly("havre", "oats", "milk");
  }

  @Test
  void putsWhatFollowsAColonInsideItsClass() {
    Label label = parse("Emulgeringsmedel: E471, salt");
    assertThat(show(label.ingredients())).isEqualTo("emulgeringsmedel[e471], salt");
  }

  @Test
  void doesNotEndAListAtAnAbbreviation() {
    Label label = parse("Ingredienser: aromer (bl.a. vanillin), kryddor bl.a. peppar, ost");
    assertThat(words(label, Role.DECLARED)).hasSize(3);
  }

  @Test
  void readsAListWithOneIngredientALine() {
    assertThat(words(parse("Vatten\nSocker\nMjölk"), Role.DECLARED))
        .containsExactly("vatten", "socker", "mjölk");
  }

  @Test
  void survivesBracketsThatNeverCloseOrNeverOpened() {
    assertThat(show(parse("a (b (c, d").ingredients())).isEqualTo("a[b[c, d]]");
    assertThat(show(parse("a), b)) c").ingredients())).isEqualTo("a, b c");
  }

  @Test
  void readsTenThousandBracketsFlatBeyondTheDepthLimit() {
    Label label = parse("(".repeat(10_000) + "mjölk" + ")".repeat(5_000));
    assertThat(depth(label.ingredients())).isLessThanOrEqualTo(ParsingLimits.STANDARD.depth() + 1);
  }

  @Test
  void marksWhatALimitCutAsTruncated() {
    var small = LabelParser.standard(new ParsingLimits(10, 2, 1));
    assertThat(parse(small, "havre, salt, mjölk").truncated()).isTrue();
    assertThat(parse(small, "a, b, c, d").truncated()).isTrue();
    assertThat(parse(small, "a, b").truncated()).isFalse();
  }

  private static int depth(List<Ingredient> ingredients) {
    return ingredients.stream().mapToInt(i -> 1 + depth(i.parts())).max().orElse(0);
  }

  private static List<String> words(Label label, Role role) {
    return label.ingredients().stream()
        .filter(ingredient -> ingredient.role() == role)
        .map(LabelParserTest::words)
        .toList();
  }

  private static String words(Ingredient ingredient) {
    return ingredient.words().stream().map(Token::text).collect(Collectors.joining(" "));
  }

  private static String show(List<Ingredient> ingredients) {
    return ingredients.stream().map(LabelParserTest::show).collect(Collectors.joining(", "));
  }

  private static String show(Ingredient ingredient) {
    String percent =
        ingredient.percent().isPresent() ? " " + ingredient.percent().getAsDouble() + "%" : "";
    String parts = ingredient.parts().isEmpty() ? "" : "[" + show(ingredient.parts()) + "]";
    return words(ingredient) + percent + parts;
  }

  private Label parse(String text) {
    return parse(parser, text);
  }

  private Label parse(LabelParser parser, String text) {
    String read = parser.readable(text);
    boolean cut = read.length() < text.length();
    return parser.parse(read, tokenizer.tokenize(read), Places.ANY, cut);
  }
}
