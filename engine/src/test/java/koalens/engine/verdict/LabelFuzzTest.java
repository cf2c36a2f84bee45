package koalens.engine.verdict;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import koalens.engine.knowledge.Status;
import koalens.engine.parsing.ParsingLimits;
import org.junit.jupiter.api.Test;

/// Random labels: no text makes the engine fail, and no place hides an animal from it.
class LabelFuzzTest {
  private static final int ROUNDS = 5_000;
  private static final LabelEngine ENGINE = LabelEngine.standard(ParsingLimits.STANDARD);
  private static final List<String> PLANTS =
      List.of(
          "vatten",
          "socker",
          "havre",
          "rapsolja 10 %",
          "salt",
          "water",
          "sugar",
          "oats",
          "E330",
          "äpple");
  private static final List<String> ANIMALS =
      List.of(
          "mjölk",
          "vasslepulver",
          "ägg",
          "honung",
          "gelatin",
          "E120",
          "milk",
          "butter",
          "lard",
          "fish oil");
  private static final List<String> NOISE =
      List.of(
          "(",
          ")",
          "[",
          ":",
          ",",
          ";",
          ".",
          "*",
          "-",
          "/",
          "%",
          "\n",
          "\n\n",
          "\0",
          "\u202E",
          "\uD83D",
          "🥛",
          "kan innehålla",
          "utan",
          "från",
          "of",
          "ingredienser:",
          "E",
          "e12",
          "100",
          "vegansk",
          "fri",
          "och",
          "ß",
          "İ",
          "ﬁ",
          "\u0308",
          "a");

  @Test
  void answersEveryTextWithPlacesInsideIt() {
    var random = new Random(1);
    for (int round = 0; round < ROUNDS; round++) {
      String text = noise(random);
      Judgement judgement = ENGINE.judgeText(text);
      judgement.ingredients().stream()
          .flatMap(JudgedIngredient::flattened)
          .forEach(ingredient -> {
            assertThat(ingredient.start()).as(text).isBetween(0, text.length());
            assertThat(ingredient.end()).as(text).isBetween(ingredient.start(), text.length());
          });
    }
  }

  @Test
  void findsAnAnimalAnywhereInATreeOfPlants() {
    var random = new Random(2);
    for (int round = 0; round < ROUNDS; round++) {
      String text = "Ingredienser: " + tree(random, 3, pick(ANIMALS, random));
      assertThat(ENGINE.judgeText(text).verdict().status()).as(text).isEqualTo(Status.NON_VEGAN);
    }
  }

  @Test
  void callsATreeOfPlantsVegan() {
    var random = new Random(3);
    for (int round = 0; round < ROUNDS; round++) {
      String text = tree(random, 3, pick(PLANTS, random));
      assertThat(ENGINE.judgeText(text).verdict().status()).as(text).isEqualTo(Status.VEGAN);
    }
  }

  @Test
  void readsCapitalsAndSmallLettersAlike() {
    var random = new Random(4);
    for (int round = 0; round < ROUNDS; round++) {
      String text = tree(random, 2, pick(ANIMALS, random));
      assertThat(ENGINE.judgeText(text.toUpperCase(Locale.ROOT)).verdict().status())
          .as(text)
          .isEqualTo(ENGINE.judgeText(text).verdict().status());
    }
  }

  // A list of plants with the ingredient given somewhere in it, brackets as deep as `depth`.
  private static String tree(Random random, int depth, String ingredient) {
    var list = new ArrayList<String>();
    for (int i = random.nextInt(4); i >= 0; i--) {
      list.add(pick(PLANTS, random));
    }
    int place = random.nextInt(list.size());
    boolean deeper = depth > 0 && random.nextBoolean();
    String hidden =
        deeper ? list.get(place) + " (" + tree(random, depth - 1, ingredient) + ")" : ingredient;
    list.set(place, hidden);
    return String.join(", ", list);
  }

  private static String noise(Random random) {
    var text = new StringBuilder();
    for (int i = random.nextInt(60); i > 0; i--) {
      List<String> source =
          switch (random.nextInt(4)) {
            case 0 -> PLANTS;
            case 1 -> ANIMALS;
            default -> NOISE;
          };
      text.append(pick(source, random)).append(random.nextBoolean() ? " " : "");
    }
    return text.toString();
  }

  private static String pick(List<String> from, Random random) {
    return from.get(random.nextInt(from.size()));
  }
}
