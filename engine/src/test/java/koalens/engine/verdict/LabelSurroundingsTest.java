package koalens.engine.verdict;

import static org.assertj.core.api.Assertions.assertThat;

import koalens.engine.knowledge.Status;
import koalens.engine.parsing.ParsingLimits;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What stands beside a word, a list or its heading, and which of it is said of what.
class LabelSurroundingsTest {
  private static final LabelEngine ENGINE = LabelEngine.standard(ParsingLimits.STANDARD);

  @ParameterizedTest
  @ValueSource(
      strings = {
        "sugar, animal and vegetable fats, salt",
        "sugar, animal/vegetable rennet, salt",
        "socker, animaliskt eller vegetabiliskt fett, salt",
        "sukker, animalske og vegetabilske fedtstoffer, salt",
        "sukker, animalsk/vegetabilsk fett, salt",
        "Zucker, tierische und pflanzliche Fette, Salz",
        "sucre, graisses végétales ou animales, sel",
        "azúcar, grasa vegetal o animal, sal",
        "zucchero, grassi vegetali o animali, sale",
        "suiker, dierlijke en plantaardige vetten, zout",
        "cukier, tłuszcz roślinny lub zwierzęcy, sól"
      })
  void hearsTheAnimalBesideThePlantThatOneNounIsSaidOf(String text) {
    assertThat(status(text)).isEqualTo(Status.NON_VEGAN);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Woda, cukier, regulator kwasowości - kwas cytrynowy, sól",
        "Woda, emulgator – lecytyna sojowa, sól",
        "Water, preservative - E211, 202, salt"
      })
  void readsADashBehindAnAdditiveClassAsItsColon(String text) {
    assertThat(status(text)).isEqualTo(Status.VEGAN);
  }

  @Test
  void findsTheInsectBehindTheDashOfItsClass() {
    assertThat(status("Water, colour - 120, salt")).isEqualTo(Status.NON_VEGAN);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Zucker, modi-\nfizierte Stärke, Salz",
        "Socker, vege-\ntabilisk olja, salt",
        "suiker, gemodi-\nficeerd zetmeel, zout",
        "sugar, ba-\nking powder, salt"
      })
  void mendsAWordTornAtTheEndOfALineThatIsKnownInANameOnly(String text) {
    assertThat(status(text)).isEqualTo(Status.VEGAN);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Ingredienser: durumvete, vatten.\nNO: Pasta. Ingredienser: durumhvete, vann.",
        "Ingredienser: kakaomassa, socker.\nFI Tumma suklaa. Ainesosat: kaakaomassa, sokeri",
        "Ingredienser: kakaomassa, socker.\nTumma suklaa\nAinesosat: kaakaomassa, sokeri"
      })
  void takesTheNameBeforeTheHeadingOfAnotherLanguageForNoIngredient(String text) {
    assertThat(status(text)).isEqualTo(Status.VEGAN);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Ingredients: sugar, salt. Butter, milk. Ingredients: sugar",
        "Ingredients: sugar, salt. Filling: butter. Ingredients: sugar",
        "Ingredients: sugar, salt. Coating: milk chocolate\nIngredients: sugar",
        "Pasta (egg, milk). Ingredients: sugar, salt"
      })
  void losesNoIngredientThatStandsBeforeAHeading(String text) {
    assertThat(status(text)).isEqualTo(Status.NON_VEGAN);
  }

  @Test
  void neverTakesAStatementForTheListItStandsBeside() {
    assertThat(status("Ingredienser: socker, salt. Innehåller lakrits.")).isEqualTo(Status.VEGAN);
    assertThat(status("Ingredienser: socker, lakrits.")).isNotEqualTo(Status.VEGAN);
    assertThat(status("Innehåller lakrits.")).isNotEqualTo(Status.VEGAN);
  }

  @Test
  void findsTheAnimalThoughTheSameListFollowsInALanguageNobodyHereReads() {
    String czech =
        "Želé bonbóny. Glukózový sirup, cukr, vepřová želatina, dextróza, koncentrovaná ovocná"
            + " šťáva (jablko, malina), kyselina: kyselina citronová, ovocno-rostlinné koncentráty"
            + " (světlice, spirulina, ibišek), leštící látka: karnaubský vosk.";

    assertThat(status("Syrop glukozowy, cukier, żelatyna wieprzowa, dekstroza.\n" + czech))
        .isEqualTo(Status.NON_VEGAN);
  }

  private static Status status(String text) {
    return ENGINE.judgeText(text).verdict().status();
  }
}
