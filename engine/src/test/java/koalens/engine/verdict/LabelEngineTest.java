package koalens.engine.verdict;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import koalens.engine.knowledge.Entry;
import koalens.engine.knowledge.ReasonCode;
import koalens.engine.knowledge.Status;
import koalens.engine.parsing.ParsingLimits;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LabelEngineTest {
  private static final LabelEngine ENGINE = LabelEngine.standard(ParsingLimits.STANDARD);

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Vatten, havre 12 %, rapsolja, salt",
        "Ingredienser: Kokosmjölk (kokos, vatten), äggplanta, smörbönor, kakaosmör.",
        "Sojabönor, salt. Kan innehålla spår av ägg och mjölk.",
        "Ingredients: water, peanut butter, oyster mushrooms, soy lecithin",
        "Oats, sugar. Free from milk and eggs. Suitable for vegans.",
        "Rapsolja, emulgeringsmedel (E471 (vegetabiliskt ursprung)), mjölksyra",
        "Solros- och rapsolja, kidneybönor",
        "Ingredienser: ris, utan mjölk och ägg, salt",
        "Ingredients: rice, without milk protein, salt",
        "Ingredients: rice, no artificial colours, salt",
        "Ingredients: preparation: strawberries, sugar",
        "Ingredients: oats, dates. Keep cool. Great with chicken.",
        "Ingredienser: havre, vatten, salt\nFörvaras torrt",
        "Ingredienser: havre, vatten, salt\nNettovikt 500 g",
        "Butter beans in tomato sauce\nINGREDIENTS\nBeans (51%), tomatoes, salt",
        "Zutaten: Weizenmehl, Salz\nKühl und trocken lagern",
        "Ingrédients : farine, sel\nValeurs nutritionnelles : énergie 1200 kJ",
        "<b>Ingredients:</b> <span class=\"allergen\">OATS</span>, water, <b>SOYA</b> flour"
      })
  void callsVeganWhatHoldsPlantsOnly(String text) {
    assertThat(status(text)).isEqualTo(Status.VEGAN);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Vatten, socker, salt, mjölk",
        "Havre, skummjölkspulver",
        "Potatis, krydda (salt, arom (från mjölk))",
        "Ris. Innehåller: ägg.",
        "Socker, färgämnen (E100, 120)",
        "Socker, E12O",
        "Ingredients: wheat, cocoa\nMix, milk",
        "Ingredients: oats, salt\nContains: milk",
        "Ingredients: rice, salt\nBest before: see lid\nContains: milk",
        "Ingredienser: ris, salt\nTillverkad i Sverige\nInnehåller mjölk",
        "Ingredients: sugar, wheat\nNet weight 500 g\nflour, milk powder",
        "Zutaten: Hafer, Kakao\nMit Milch, Zucker, Ei",
        "Ingredients: wheat, cocoa\nMix: milk, egg",
        "Ingredients: rice. Contains: no gluten, milk, egg",
        "Ingredients: sugar, <a milk powder>, salt",
        "Ingredients: Sugar, Colour (E 100, E 120\nL-ascorbic acid), Salt",
        "Milch, Zucker, Kakao\nZutaten aus ökologischem Landbau, Reis",
        "Ingredients: rice-\nmilk-\nsalt",
        "Ingredients: oats, alternative to butter made from whey",
        "Ingredients: sugar, <milk>, salt",
        "Kokosmjölk (kokos, natriumkaseinat)",
        "Torsk- och sejfilé, salt",
        "Potatoes, butter (cows' milk), salt",
        "Sugar, glazing agent: shellac",
        "Water, vegetable stock (salt, chicken fat)",
        "Havre, rnjölk",
        "HAVRE, SKUM-\nMJÖLKSPULVER",
        "Vegansk ost (kokosolja, mjölkprotein)",
        "Ris, utan tillsatt socker, grädde",
        "Ingredienser: ris, grönsaker, ej svensk kyckling, salt",
        "no added sugar milk chocolate",
        "utan tillsatt socker mjölkchoklad",
        "Ingredienser: ris, utan socker och ekologisk mjölk",
        "Ingredienser: vetemjöl, rapsolja\nutan tillsatt socker, skummjölkspulver, salt",
        "Ingredienser: ris, vegansk produkt, kycklingstrimlor, salt",
        "Ingredienti: sale, non contiene tracce di riso, crostacei, acqua",
        "Zutaten: Reis - Butter - Salz",
        "Zutaten: Reis - Buttermilch - Salz",
        "Ingredients: rice, cheese (microbial), salt",
        "Ingredients: rice, yoghurt containing oats",
        "Ingredients: water, sugar, salt. Not suitable for vegans.",
        "Acqua, lattescremato, zucchero, sale",
        "Ingredients: preparation: strawberries, sugar, milk",
        "Ingredients: oats, sugar. Contains no nuts, contains milk.",
        "Ingredients: oats, sugar. May contain nuts and contains milk."
      })
  void findsTheAnimalWhereverItStands(String text) {
    assertThat(status(text)).isEqualTo(Status.NON_VEGAN);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Ingrediënten: water, bhterpoeder, zout",
        "Ingredienser: vand, kalkn, salt",
        "Składniki: woda, mało, sól",
        "Ingredienser: vatten, not, salt"
      })
  void callsNoMisprintOfAnAnimalVegan(String text) {
    assertThat(status(text)).isNotEqualTo(Status.VEGAN);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Vatten, E471",
        "Socker, arom",
        "Vatten, vitamin D3",
        "Flour, natural flavouring",
        "Vatten, emulgeringsmedel",
        "Vatten, smörarom"
      })
  void saysMaybeWhereBothKindsAreOnTheMarket(String text) {
    assertThat(status(text)).isEqualTo(Status.MAYBE_VEGAN);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "Kaffefilter",
        "Rör om. Servera med ost eller kyckling.",
        "Vatten, blixtragurium",
        "The quick brown fox jumps over the lazy dog and then it goes home",
        "Kan innehålla spår av mjölk.",
        "Acqua, burrovegetale, zucchero"
      })
  void neverGuessesAboutWhatItDoesNotKnow(String text) {
    assertThat(status(text)).isEqualTo(Status.UNKNOWN);
  }

  @Test
  void readsDirectionsBehindABracketThatNothingCloses() {
    assertThat(status("Soja [bio. Préparation : Faites cuire dans du lait ou du beurre"))
        .isNotIn(Status.NON_VEGAN, Status.VEGAN);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Ingredienser: vann, sukker, ab bor, hvetemel, rapsolje",
        "Ingredientes: agua, jam ón, sal, harina de trigo",
        "Składniki: woda, cukier, pes to, sól, mąka pszenna",
        "Ingredients: water, sugar, sodium ca sein, salt",
        "Ingredienser: vatten, mus sla, salt, vetemjöl"
      })
  void findsTheAnimalWhoseNameWasTornInTwo(String text) {
    assertThat(status(text)).isEqualTo(Status.NON_VEGAN);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Ingrédients : eau, crèmedecitron, sel, farine de blé",
        "Ingredients: water, hors emeat, salt, wheat flour",
        "Ingrédients : eau, mai-\ngre de mouton, sel, farine de blé",
        "Zutaten: Wasser, Salzevon Speisefettsäuren, Salz"
      })
  void takesNoComfortFromWordsOfOtherLanguages(String text) {
    assertThat(status(text)).isNotEqualTo(Status.VEGAN);
  }

  @Test
  void pointsAtTheEvidenceInTheText() {
    String text = "Ingredienser: Vatten, Gräddfil 5 %, salt";
    var verdict = (Verdict.NonVegan) ENGINE.judgeText(text).verdict();
    JudgedIngredient evidence = verdict.evidence().getFirst();
    assertThat(text.substring(evidence.start(), evidence.end())).isEqualTo("Gräddfil");
    assertThat(evidence.reason().code()).isEqualTo(ReasonCode.MILK);
    assertThat(evidence.percent()).hasValue(5);
  }

  @Test
  void keepsPlacesWhenTheListComesDivided() {
    Judgement judgement = ENGINE.judgeIngredients(List.of("Vatten", "Socker", "Mjölk"));
    JudgedIngredient milk = judgement.ingredients().getLast();
    assertThat("Vatten, Socker, Mjölk".substring(milk.start(), milk.end())).isEqualTo("Mjölk");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Ingredienser: And, salt.",
        "Ingredienser: and 80 %, salt, peber",
        "And, appelsin, salt"
      })
  void readsTheDuckOfDanishAndNorwegianAsNoJoiningWord(String text) {
    assertThat(status(text)).isEqualTo(Status.NON_VEGAN);
  }

  @Test
  void overlooksUnderThePragmaticPolicyWhatTheLawDoesNotCount() {
    LabelOptions pragmatic = LabelOptions.STANDARD.under(Policy.PRAGMATIC);
    assertThat(ENGINE.judgeText("Vatten, socker, arom", pragmatic).verdict().status())
        .isEqualTo(Status.VEGAN);
    assertThat(ENGINE.judgeText("Vatten, E471", pragmatic).verdict().status())
        .isEqualTo(Status.MAYBE_VEGAN);
    assertThat(ENGINE.judgeText("Vatten, arom, mjölk", pragmatic).verdict().status())
        .isEqualTo(Status.NON_VEGAN);
  }

  @Test
  void saysWhenALabelContradictsItself() {
    assertThat(ENGINE.judgeText("Vegansk produkt. Ingredienser: ris, ost").contradictsItself())
        .isTrue();
    assertThat(ENGINE.judgeText("Vegansk produkt. Ingredienser: ris").contradictsItself())
        .isFalse();
  }

  @Test
  void letsTheCallerSayWhichLanguageAShortTextIsIn() {
    assertThat(ENGINE.judgeText("voi", LabelOptions.STANDARD.in("fi")).verdict().status())
        .isEqualTo(Status.NON_VEGAN);
  }

  @Test
  void guessesNothingWhereAnAnimalAndAPlantAreAsNear() {
    assertThat(status("Ingredients: water, nustard, salt")).isNotEqualTo(Status.VEGAN);
    assertThat(status("Ingredients: water, nustard, salt")).isNotEqualTo(Status.NON_VEGAN);
  }

  @Test
  void inheritsWhatAKindIsKnownFor() {
    assertThat(ENGINE.knowledge().taxonomy().findEntry("skimmed-milk-powder"))
        .get()
        .matches(entry -> entry.isA("dairy"))
        .extracting(Entry::status)
        .isEqualTo(Status.NON_VEGAN);
  }

  @Test
  void neverCallsATruncatedLabelVegan() {
    LabelEngine small = LabelEngine.standard(new ParsingLimits(20_000, 2, 12));
    assertThat(small.judgeText("vatten, salt, socker, mjölk").verdict().status())
        .isEqualTo(Status.UNKNOWN);
  }

  @Test
  void knowsAtLeastFifteenHundredConceptsInBothLanguages() {
    long named =
        ENGINE.knowledge().taxonomy().entries().stream()
            .filter(entry -> !ENGINE.knowledge().names(entry.id(), "sv").isEmpty())
            .filter(entry -> !ENGINE.knowledge().names(entry.id(), "en").isEmpty())
            .count();
    assertThat(named).isGreaterThanOrEqualTo(1_500);
  }

  private static Status status(String text) {
    return ENGINE.judgeText(text).verdict().status();
  }
}
