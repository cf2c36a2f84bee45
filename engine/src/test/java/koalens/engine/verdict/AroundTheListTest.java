package koalens.engine.verdict;

import static org.assertj.core.api.Assertions.assertThat;

import koalens.engine.knowledge.Status;
import koalens.engine.parsing.ParsingLimits;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// The name of a food before its list, the table of nutrients and the advice behind it.
class AroundTheListTest {
  private static final LabelEngine ENGINE = LabelEngine.standard(ParsingLimits.STANDARD);

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Breast\nWater, sugar, salt, pepper",
        "Filet\nEau, sel, sucre, poivre",
        "Palvi\nVesi, suola, sokeri, pippuri",
        "Water, salt, sugar. Best before end. Sauce 50 g: milk, cream, salt",
        "Water, salt, sugar. Nutrition: energy 20 kJ. Sauce 50 g: milk, cream, salt",
        "Water, salt, sugar. Store cool. E 120, E 441",
        "Contiene: sin azúcar, leche. Agua, sal",
        "Oat\nMilk, sugar, salt, water",
        "Soja\nSahne, Zucker, Salz, Wasser",
        "Vegansk pizza\nOst, vatten, vetemjöl, salt",
        "100% vegan\nMilk, water, salt, yeast",
        "Eau, sel. Sans sucre ajouté au lait",
        "Wasser, Salz. Ohne Zucker und mit Honig",
        "Vatten, salt. Utan socker, stekt i smör",
        "Water, rice, salt. Allergy advice: milk",
        "Riisi, vesi, suola. Maukas juustokastike",
        "Ris, vann, salt. Bakt i smør",
        "Vegetable slices cheese, water",
        "Ser kawałki roślinne, woda"
      })
  void losesNoAnimalToANameATableOrAdvice(String text) {
    assertThat(status(text)).isNotEqualTo(Status.VEGAN);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Sorbet\nHallonpuré 44%, vatten, socker, glukossirap",
        "HALLONSORBET 0,5 L: vatten, hallonpuré 44%, socker",
        "Kavring i skivor: Vatten, RÅGSIKT (RÅG, VETE), sirap, salt",
        "Chocolate negro 72 % con almendras: pasta de cacao, azúcar, almendras 27%, manteca de"
            + " cacao",
        "Falafelsalade: kikkererwten, water, olie (raap), zout"
      })
  void letsAListAnswerForTheNameOfTheFood(String text) {
    assertThat(status(text)).isEqualTo(Status.VEGAN);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Ingredienser: vatten, socker. Näringsvärde per 100 g: Energi 1456 kJ / 348 kcal. Fett 11,5"
            + " g varav mättat 2 g. Protein 3 g.",
        "INGREDIENTS: CORN, SALT. Nutrition Facts: About 9 servings per container. Serving size 1"
            + " oz (28g). Calories 140. Total Fat 7g 9% DV, Trans Fat 0g, Protein 2g.",
        "Ingredients: chickpeas, salt. Nutrition per 100g: Energy 385kJ/92kcal, Fat 16.2g, of which"
            + " saturates 2.0g, Protein 4.5g, Salt 0.3g."
      })
  void readsATableOfNutrientsToItsEnd(String text) {
    assertThat(status(text)).isEqualTo(Status.VEGAN);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Ingredients: corn, vegetable oil (corn, canola, and/or sunflower oil), salt",
        "Vatten, SENAPSFRÖN (gula, bruna), socker, ättika, salt"
      })
  void hearsAndOrAndWordsOfTheOwnLanguageAsWhatTheyAre(String text) {
    assertThat(status(text)).isEqualTo(Status.VEGAN);
  }

  @ParameterizedTest
  @ValueSource(strings = {"Ingredienser: And, salt.", "INGREDIENSER: AND 80 %, SALT"})
  void findsTheDuckThatIsCalledAnd(String text) {
    assertThat(status(text)).isEqualTo(Status.NON_VEGAN);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Ingredients: oats, salt. Keep at 5 °C. Contains milk.",
        "Ingredienser: mjöl, salt. Grädda 5 min. Innehåller mjölk.",
        "Ingredients: oats, salt. Store below 25 °C. Filling: milk, sugar.",
        "Ingredienser: havre, salt. Förvaras vid högst 8 °C. Sås: grädde, salt.",
        "Ingredienser: havre, salt. Nettovikt 1 st. Innehåller mjölk.",
        "Ingredienser: mjöl, salt. Kan innehålla nötter m.m. Innehåller mjölk.",
        "Ingredientes: harina, sal. Fabricado por Foods S.L. Contiene leche.",
        "Oats, salt. Keep cool. • Sauce: milk, salt",
        "Oats, salt. May contain nuts. | Milk chocolate",
        "Ingredients: oats, salt. Serve with rice Contains milk.",
        "Ingredients: oats, salt. Free from gluten Contains milk",
        "Net weight 400 g Ingredients Milk, salt, sugar. Contains soya.",
        "Free from gluten\nWater, milk, sugar, salt. Contains soya.",
        "Keep refrigerated\nWater, milk, sugar, salt\nContains soya",
        "Suitable for vegans\nMilk, water, salt. Contains soya.",
        "Noodles: wheat flour, salt. May contain nuts\n"
            + "Seasoning sachet (8 g): salt, chicken powder",
        "Noodles: wheat flour, salt. Cook for 3 minutes\nSalt & pepper sauce: milk, salt",
        "Ingredients: oats, salt. May contain nuts • Sauce: milk, salt",
        "Ingredients: oats, salt. Store dry; seasoning: salt, chicken powder",
        "Water, salt. Nutrition: energy 400 kJ. Salt 1 g. Sauce 20 g - milk, sugar."
      })
  void findsTheNextPartOfTheFoodBehindAdviceThatEndsBadly(String text) {
    assertThat(status(text)).isEqualTo(Status.NON_VEGAN);
  }

  private static Status status(String text) {
    return ENGINE.judgeText(text).verdict().status();
  }
}
