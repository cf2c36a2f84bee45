package koalens.engine.verdict;

import static org.assertj.core.api.Assertions.assertThat;

import koalens.engine.knowledge.Status;
import koalens.engine.parsing.ParsingLimits;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What labels state beside their list: that it contains something, may contain it, or is not free
/// from it.
class LabelStatementsTest {
  private static final LabelEngine ENGINE = LabelEngine.standard(ParsingLimits.STANDARD);

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Ingredients: sugar, salt. New recipe contains milk",
        "Ingredients: sugar, salt. New recipe\nCONTAINS MILK",
        "Ingredients: sugar, salt. Please recycle\nContains milk",
        "Ingredients: sugar, salt. Best before see lid contains milk",
        "Ingredients: sugar, salt. Packaging: plastic\nAllergens: milk",
        "Ingredienser: socker, salt. Packad i skyddande atmosfär\nInnehåller mjölk",
        "Ingredienser: socker, salt. Tillagas i ugn 200 grader\nInnehåller mjölk",
        "Zutaten: Zucker, Salz. Im Ofen bei 180 Grad\nEnthält Milch",
        "Ingredienti: zucchero, sale. Senza glutine contiene latte",
        "Ainekset: sokeri, suola. Uusi resepti\nSisältää maitoa"
      })
  void hearsWhatIsContainedBehindASentenceWithoutItsFullStop(String text) {
    assertThat(status(text)).isEqualTo(Status.NON_VEGAN);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Ingredients: oats, sugar may contain nuts, salt, whey powder",
        "Ingredients: oats, sugar, may contain nuts and soy, honey, salt",
        "Ingredients: dates may contain stones, honey, salt",
        "Ingredients: wheat flour, May contain\nsugar, butter, nuts\nsalt",
        "Ingredienser: havre, socker, kan innehålla spår av nötter, salt, vasslepulver",
        "Ingrédients : avoine, sucre, peut contenir des fruits à coque, sel, poudre de lait"
      })
  void readsTheListOnBehindTracesInItsMiddle(String text) {
    assertThat(status(text)).isEqualTo(Status.NON_VEGAN);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Ingredients: oats, sugar. May contain milk, egg and nuts.",
        "Ingredienser: havre, salt. Kan innehålla spår av mjölk, ägg, nötter och sesam.",
        "Ainekset: sokeri, suola, voi\nsisältää pähkinää."
      })
  void takesTracesForNoIngredients(String text) {
    assertThat(status(text)).isEqualTo(Status.VEGAN);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Zutaten: Hafer, Salz, kann Spuren von Nüssen enthalten",
        "Zutaten: Hafer, Salz, hergestellt in einem Betrieb, der auch Milch verarbeitet"
      })
  void readsTracesThatBeginSmallInALanguageOfLargeNouns(String text) {
    assertThat(status(text)).isEqualTo(Status.VEGAN);
  }

  @Test
  void keepsADoubtThatIsContainedBehindTheList() {
    assertThat(status("Ingredients: rice, water, salt. Rice contains E471, vitamin D3."))
        .isEqualTo(Status.MAYBE_VEGAN);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Ingredients: flour, vegetable shortening (may contain one or more of: lard, soybean oil)",
        "Ingredients: flour, vegetable oil shortening (may contain lard)"
      })
  void leavesOpenOfWhichFatAShorteningIs(String text) {
    assertThat(status(text)).isEqualTo(Status.MAYBE_VEGAN);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Ainekset: sokeri, voi\nSisältää pähkinää.",
        "Ainekset: kaura, voi SISÄLTÄÄ GLUTEENIA",
        "Ainekset: kaura, voi - sisältää gluteenia"
      })
  void readsFinnishButterBeforeAnotherSentence(String text) {
    assertThat(status(text)).isEqualTo(Status.NON_VEGAN);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Ingredients: oats, salt. This product is not dairy free.",
        "Ingredients: oats, salt. Not egg free.",
        "Ingredienser: havre, salt. Laktosfri men inte mjölkfri.",
        "Ingredienser: havre, salt. Vegansk: nej",
        "Zutaten: Hafer, Salz. Nicht milchfrei.",
        "Ingredienser: havre, salt. Ikke mælkefri",
        "Ainekset: kaura, suola. Ei maidoton.",
        "Zutaten: Hafer, Salz. Achtung: Milch",
        "Ingrédients : avoine, sel. Avertissement : lait",
        "Ingredienti: avena, sale. Avvertenza: latte"
      })
  void hearsAClaimThatIsDeniedAndAWarning(String text) {
    assertThat(status(text)).isEqualTo(Status.NON_VEGAN);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Składniki: mąka, cukier, sól. Alergeny: 1, 3, 7",
        "Ingredienti: farina, zucchero, sale. Allergeni: 7",
        "Ingredients: chilli, *kapi, salt"
      })
  void callsNothingVeganThatItOnlyKnowsByANumberOrBehindAMark(String text) {
    assertThat(status(text)).isEqualTo(Status.UNKNOWN);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Ingrediënten: aardappel, wild (30%), ui",
        "Ingredienser: kartofler, vildt, løg",
        "Ingredienser: potatis, ren (30 %), lök",
        "Ingrédients : endives, noix, bleu (12 %)"
      })
  void leavesOpenWhatAWordAloneMeansThatIsAlsoAnAnimal(String text) {
    assertThat(status(text)).isEqualTo(Status.MAYBE_VEGAN);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Ingrédients : eau, la it, sel",
        "Ingredienser: vatten, fi sk, salt",
        "Składniki: cukier, j ajo, sól"
      })
  void joinsAnAnimalsShortNameThatPrintTore(String text) {
    assertThat(status(text)).isEqualTo(Status.NON_VEGAN);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Ingredients: oats, salt. Vegan\nNo added sugar",
        "Ingredients: oats. Our carton contains 30 % recycled plastic.",
        "Ingredienser: havre*, salt *ekologisk",
        "Ingrediënten: wilde bosbessen, suiker",
        "Ingredienser: ren choklad (kakaomassa, socker)"
      })
  void leavesVeganWhatNothingOfThisIsSaidOf(String text) {
    assertThat(status(text)).isEqualTo(Status.VEGAN);
  }

  private static Status status(String text) {
    return ENGINE.judgeText(text).verdict().status();
  }
}
