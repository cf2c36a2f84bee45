package koalens.engine.verdict;

import static org.assertj.core.api.Assertions.assertThat;

import koalens.engine.knowledge.Status;
import koalens.engine.parsing.ParsingLimits;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Two nouns of one ingredient: one thing with its origin, or two whose comma was lost.
class NounsSideBySideTest {
  private static final LabelEngine ENGINE = LabelEngine.standard(ParsingLimits.STANDARD);

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Zutaten: Zucker, Haferflocken Milch, Salz",
        "Zutaten: Zucker, Mandeln Butter, Salz",
        "Ingredients: sugar, oat flakes milk, salt",
        "Ingredients: sugar, wheat flour milk powder, salt",
        "Ingredienser: socker, mandlar grädde, salt",
        "Ingredients: sugar, malt milk powder, salt",
        "Zutaten: Zucker, Malz-Milchpulver, Salz",
        "Zutaten: Zucker, Körnerkäse, Salz",
        "Ingredients: rice sausage, salt",
        "Zutaten: Mehl, ohne Laktose Milch, Salz",
        "Ingredients: flour, without lactose milk",
        "Zutaten: ohne Knochen Schinken, Salz",
        "Ingredients: flour, chicken antibiotic free",
        "Zutaten: Käse Laktose frei, Salz",
        "Ingredienser: grädde laktos fri, salt",
        "Ingredients: lactose free milk, salt",
        "Zutaten: vegane Nudeln Huhn, Salz",
        "Ingredients: vegan bread, beef on vegan bread",
        "Ingredientes: pasta vegana pollo, sal",
        "Ingredients: eggs from plant-based fed hens",
        "Ingrédients: sucre, pois-son, sel",
        "Ingredienser: havremjölk, soja mjölk, kokosmjölk"
      })
  void neverTakesAnAnimalForAnImitationBecauseAPlantStandsBesideIt(String text) {
    assertThat(status(text)).isNotEqualTo(Status.VEGAN);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Ingredients: vegan garlic butter, vegan chicken pieces, vegan vanilla ice cream",
        "Zutaten: vegane Butter, veganer Käse Scheiben, vegane Fleisch Stücke",
        "Ingredients: sugar, oat milk, soya yoghurt, almond milk, wheat milk"
      })
  void knowsPlantImitationsAsTheyAreCalled(String text) {
    assertThat(status(text)).isEqualTo(Status.VEGAN);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Ingredients: sugar, breast 60% (water, salt, dextrose)",
        "Ainesosat: palviliha (vesi, suola, sokeri), sokeri",
        "Składniki: pierś (woda, sól), cukier",
        "Zutaten: Kronfleisch (Wasser, Salz), Zucker",
        "Ingredienser: bröstfilé 60 % (vatten, salt, vitlök, rapsolja), socker",
        "Ingredientes: filetes (agua, sal), azúcar",
        "Ingrédients: filet (eau, sel, épices), sucre"
      })
  void takesABrineForNoRecipe(String text) {
    assertThat(status(text)).isNotEqualTo(Status.VEGAN);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "vatten, 4120, salt",
        "Ingredienser: vatten, 4904, salt",
        "Ingredienser: vatten, 120, salt"
      })
  void takesANumberAloneForAnAdditiveNobodyKnows(String text) {
    assertThat(status(text)).isNotEqualTo(Status.VEGAN);
  }

  private static Status status(String text) {
    return ENGINE.judgeText(text).verdict().status();
  }
}
