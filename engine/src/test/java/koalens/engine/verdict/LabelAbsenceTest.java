package koalens.engine.verdict;

import static org.assertj.core.api.Assertions.assertThat;

import koalens.engine.knowledge.Status;
import koalens.engine.parsing.ParsingLimits;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What it says of a food that it is without milk, egg, meat or fish.
class LabelAbsenceTest {
  private static final LabelEngine ENGINE = LabelEngine.standard(ParsingLimits.STANDARD);

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Dairy free chicken breast (water, salt, sugar)",
        "Dairy free ham: water, salt, sugar",
        "Egg free chicken nuggets: water, salt",
        "Fish free chicken (water, salt)",
        "Milchfreier Kochschinken: Wasser, Salz, Zucker",
        "Wurst milchfrei: Wasser, Salz, Gewürze",
        "Prosciutto cotto senza latte: acqua, sale, destrosio",
        "Jamón cocido sin leche (agua, sal, azúcar)",
        "Jambon cuit sans lait : eau, sel, sucre",
        "Maidoton kinkku: vesi, suola, sokeri",
        "Mælkefri skinke (vand, salt)",
        "Melkvrije ham: water, zout",
        "Yogurt senza uova (acqua, sale)",
        "Egg free ice cream: water, sugar"
      })
  void leavesTheMeatInWhatHasNoMilkAndTheMilkInWhatHasNoEgg(String text) {
    assertThat(status(text)).isEqualTo(Status.NON_VEGAN);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Vegetarian cheese (salt, water)",
        "Vegetarisk ost (salt, vatten)",
        "Vegetarisches Tzatziki (Gurken, Salz)"
      })
  void takesNoCheeseForVeganThatIsCalledVegetarian(String text) {
    assertThat(status(text)).isEqualTo(Status.NON_VEGAN);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Pork free sausage (water, salt, spices)",
        "Schweinefleischfreie Wurst (Wasser, Salz)",
        "Gelatine free ham (water, salt)",
        "Joghurt ohne Milchzucker (Erdbeeren, Zucker)",
        "Goat cheese without cow's milk (water, salt)",
        "Ziegenkäse ohne Kuhmilch (Wasser, Salz)",
        "Fromage de chèvre sans lait de vache (eau, sel)",
        "Ghee ohne Milcheiweiß (Kurkuma, Salz)",
        "Hönsbuljong utan kött (vatten, salt)"
      })
  void takesAPartOfAKindForNoMoreThanAPart(String text) {
    assertThat(status(text)).isEqualTo(Status.NON_VEGAN);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Vegetarian sausage (water, salt)",
        "Fleischfreie Wurst (Weizen, Salz)",
        "Dairy free cheese (coconut oil, water)",
        "Glass utan mjölk: havre, socker",
        "Biscotti senza latte e uova: farina di frumento, zucchero",
        "Galletas sin leche y huevo: harina de trigo, azúcar",
        "Biscuits sans lait et œuf: farine de blé, sucre"
      })
  void letsTheListAnswerWhereTheAnimalOfTheNameIsTakenAway(String text) {
    assertThat(status(text)).isEqualTo(Status.VEGAN);
  }

  @ParameterizedTest
  @ValueSource(strings = {"Glass utan mjölk", "Gelato senza latte", "Fleischfreie Wurst"})
  void asksForTheListWhereTheNameAloneSaysIt(String text) {
    assertThat(status(text)).isEqualTo(Status.MAYBE_VEGAN);
  }

  private static Status status(String text) {
    return ENGINE.judgeText(text).verdict().status();
  }
}
