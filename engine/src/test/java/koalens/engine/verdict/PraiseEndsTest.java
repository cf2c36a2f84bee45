package koalens.engine.verdict;

import static org.assertj.core.api.Assertions.assertThat;

import koalens.engine.knowledge.Status;
import koalens.engine.parsing.ParsingLimits;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Where praise, denials and what is said of the maker end, and what is in the food goes on.
class PraiseEndsTest {
  private static final LabelEngine ENGINE = LabelEngine.standard(ParsingLimits.STANDARD);

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Ingredients: cocoa. No added sugar, sweetened with honey.",
        "Ingredients: cocoa. Free from gluten, made with butter.",
        "Ingredients: cocoa. Free from gluten, with milk 20 %, eggs.",
        "Zutaten: Kakao. Ohne Zuckerzusatz, mit Honig gesüßt.",
        "Zutaten: Kakao. Ohne Konservierungsstoffe, mit Sahne verfeinert.",
        "Zutaten: Kakao. Ohne Zusatz von Aromen, hergestellt mit Butter.",
        "Ingrédients: cacao. Sans conservateur, au lait entier.",
        "Ingrédients: cacao. Sans sucres ajoutés, sucré au miel.",
        "Ingredienti: cacao. Senza conservanti, con latte fresco.",
        "Składniki: kakao. Bez konserwantów, z mlekiem.",
        "Ainesosat: kaakao. Ilman lisättyä sokeria, makeutettu hunajalla.",
        "Ingredienser: kakao. Uden tilsat sukker, sødet med honning.",
        "Ingredienser: kakao. Utan tillsatt socker, sötad med honung.",
        "Ingredients: cocoa. Zero fat yoghurt 20 %.",
        "Ingredients: cocoa, may contain traces of nuts, milk powder 10%, sugar",
        "Ingredients: cocoa, may contain nuts; coating: milk chocolate, sugar",
        "Ingredients: sugar. Suitable for vegetarians; made with milk.",
        "Ingredients: sugar. Suitable for vegetarians - with egg.",
        "Zutaten: Zucker. Für Vegetarier geeignet, mit Milch.",
        "Ingredienser: socker. Passar vegetarianer, med mjölk och ägg.",
        "Ingredients: sugar. Vegan friendly except for the honey.",
        "Ingredients: sugar. Suitable for vegans apart from the honey glaze.",
        "Ingredienser: socker. Passar veganer förutom honungen.",
        "Ingrédients: sucre. Convient aux végétaliens sauf le miel.",
        "Ingredients: sugar. Vegan apart from honey.",
        "Zutaten: Zucker. Vegan außer Honig.",
        "Ingredients: sugar. Vegan except for milk chocolate coating.",
        "Ingredients: sugar, cocoa. Warning: milk, egg.",
        "Ingredients: sugar, cocoa. Important: milk.",
        "Ingredients: sugar, cocoa. Product of UK milk.",
        "Ingredients: sugar. Made in Sweden with milk.",
        "Ingredients: sugar. Produced in Denmark with butter.",
        "Zutaten: Zucker. Hergestellt in Deutschland aus Milch.",
        "Ingrédients: sucre. Fabriqué en France avec du lait français.",
        "Składniki: cukier. Wyprodukowano w Polsce z mleka.",
        "Ainesosat: sokeri. Valmistettu Suomessa maidosta.",
        "Ingredienser: sukker. Produsert i Norge av norsk melk.",
        "Ingredients: cocoa, may contain nuts; coating: milk chocolate, sugar"
      })
  void praisesAndDeniesNothingThatTheFoodIsMadeWith(String text) {
    assertThat(status(text)).isEqualTo(Status.NON_VEGAN);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Ingredients: cocoa, sugar. Free from gluten, milk, eggs and nuts.",
        "Zutaten: Kakao, Zucker. Ohne Milch, Ei und Farbstoffe.",
        "Ingredienser: kakao, socker. Fri från mjölk, ägg, nötter.",
        "Ingredients: cocoa, sugar. May contain traces of nuts, milk, eggs.",
        "Ingrédients: cacao, sucre. Sans lait, sans œuf, sans gluten.",
        "Ingredients: cocoa, sugar. Suitable for vegans and people with milk allergy.",
        "Ingredients: cocoa, sugar. Made in Sweden.",
        "Zutaten: Kakao, Zucker. Hergestellt in Deutschland."
      })
  void goesOnDenyingWhatIsListed(String text) {
    assertThat(status(text)).isEqualTo(Status.VEGAN);
  }

  private static Status status(String text) {
    return ENGINE.judgeText(text).verdict().status();
  }
}
