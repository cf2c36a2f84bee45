package koalens.engine.verdict;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import koalens.engine.knowledge.ReasonCode;
import koalens.engine.knowledge.Status;
import koalens.engine.parsing.ParsingLimits;
import koalens.engine.verdict.Opinions.Place;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What opinions from outside can change, and what they never can.
class OpinionsTest {
  private static final LabelEngine ENGINE = LabelEngine.standard(ParsingLimits.STANDARD);

  private static Judgement judge(String label, Map<String, Status> said) {
    var places = new HashMap<Place, Status>();
    ENGINE
        .judgeText(label)
        .contents()
        .forEach(content -> {
          if (said.containsKey(content.name())) {
            places.put(Place.of(content), said.get(content.name()));
          }
        });
    return ENGINE.judgeText(label, LabelOptions.STANDARD, new Opinions(places));
  }

  private static JudgedIngredient ingredient(Judgement judgement, String name) {
    return judgement.contents().filter(one -> one.name().equals(name)).findFirst().orElseThrow();
  }

  @ParameterizedTest
  @CsvSource({
    "vegan, vegan",
    "non-vegan, non-vegan",
    "maybe-vegan, maybe-vegan",
    "unknown, unknown"
  })
  void settleWhatTheEngineDoesNotKnow(String said, String expected) {
    Judgement judgement =
        judge("Ingredienser: vatten, blixtragurium", Map.of("blixtragurium", Status.named(said)));
    assertThat(judgement.verdict().status()).isEqualTo(Status.named(expected));
    assertThat(ingredient(judgement, "blixtragurium").status()).isEqualTo(Status.named(expected));
  }

  @ParameterizedTest
  @CsvSource({"vegan", "maybe-vegan", "unknown"})
  void neverAcquitAKnownAnimal(String said) {
    Judgement judgement =
        judge(
            "Ingredienser: vatten, mjölk",
            Map.of("mjölk", Status.named(said), "vatten", Status.VEGAN));
    assertThat(judgement.verdict().status()).isEqualTo(Status.NON_VEGAN);
    assertThat(ingredient(judgement, "mjölk").reason().code()).isEqualTo(ReasonCode.MILK);
  }

  @Test
  void neverSettleWhatIsOnTheMarketOfBothOrigins() {
    assertThat(judge("Ingredienser: vatten, E471", Map.of("E471", Status.VEGAN)).verdict().status())
        .isEqualTo(Status.MAYBE_VEGAN);
    assertThat(
            judge("Ingredienser: vatten, E471", Map.of("E471", Status.NON_VEGAN))
                .verdict()
                .status())
        .isEqualTo(Status.MAYBE_VEGAN);
  }

  @Test
  void leaveWhatTheEngineKnowsToBeVeganInDoubtWhenTheyCallItAnimal() {
    Judgement judgement = judge("Ingredienser: vatten, socker", Map.of("socker", Status.NON_VEGAN));
    assertThat(judgement.verdict().status()).isEqualTo(Status.MAYBE_VEGAN);
    assertThat(ingredient(judgement, "socker").reason().code()).isEqualTo(ReasonCode.DISPUTED);
  }

  @Test
  void ofAPartSettleTheWholeThatHangsOnIt() {
    String label = "Ingredienser: vatten, blixtrakräm (socker, gurium)";
    assertThat(judge(label, Map.of()).verdict().status()).isEqualTo(Status.UNKNOWN);
    Judgement vegan = judge(label, Map.of("gurium", Status.VEGAN));
    assertThat(vegan.verdict().status()).isEqualTo(Status.VEGAN);
    assertThat(ingredient(vegan, "blixtrakräm").reason().code()).isEqualTo(ReasonCode.VEGAN_PARTS);
    Judgement animal = judge(label, Map.of("gurium", Status.NON_VEGAN));
    assertThat(animal.verdict().status()).isEqualTo(Status.NON_VEGAN);
    assertThat(ingredient(animal, "blixtrakräm").reason().code())
        .isEqualTo(ReasonCode.ANIMAL_IN_PARTS);
    assertThat(judge(label, Map.of("gurium", Status.MAYBE_VEGAN)).verdict().status())
        .isEqualTo(Status.MAYBE_VEGAN);
  }

  @Test
  void ofAPartSettleAnAdditiveClass() {
    String label = "Ingredienser: vatten, emulgeringsmedel (gurium)";
    assertThat(judge(label, Map.of()).verdict().status()).isEqualTo(Status.UNKNOWN);
    assertThat(judge(label, Map.of("gurium", Status.VEGAN)).verdict().status())
        .isEqualTo(Status.VEGAN);
  }

  @Test
  void ofPartsDoNotAcquitAWholeThatIsUsuallyMadeWithAnimals() {
    String known = "Ingredienser: semla (vetemjöl, vatten, salt)";
    String guessed = "Ingredienser: semla (vetemjöl, vatten, gurium)";
    Judgement judgement = judge(guessed, Map.of("gurium", Status.VEGAN));
    assertThat(judge(known, Map.of()).verdict().status()).isEqualTo(Status.VEGAN);
    assertThat(judgement.verdict().status())
        .isEqualTo(judge(guessed, Map.of()).verdict().status())
        .isNotEqualTo(Status.VEGAN);
  }

  @Test
  void yieldToWhatTheLabelSays() {
    String label = "Ingredienser: vatten, emulgeringsmedel (gurium, animaliskt)";
    assertThat(judge(label, Map.of("gurium", Status.VEGAN)).verdict().status())
        .isEqualTo(Status.NON_VEGAN);
  }

  @Test
  void makeNoListOfAText() {
    String prose = "Hej Blixtra, gurium flurban, klonk vi ses";
    var everything = new HashMap<Place, Status>();
    ENGINE.judgeText(prose).ingredients().stream()
        .flatMap(JudgedIngredient::flattened)
        .forEach(one -> everything.put(Place.of(one), Status.VEGAN));
    assertThat(
            ENGINE
                .judgeText(prose, LabelOptions.STANDARD, new Opinions(everything))
                .verdict()
                .status())
        .isEqualTo(Status.UNKNOWN);
  }

  private static final List<String> PIECES =
      List.of(
          "vatten",
          "socker",
          "mjölk",
          "vassle",
          "gurium",
          "blixtra",
          "E471",
          "arom",
          "semla",
          "bröd",
          "emulgeringsmedel",
          "ost",
          "mjolk",
          "havre",
          "vegansk",
          "animaliskt",
          "(",
          ")",
          "(",
          ")",
          ",",
          ",",
          ",",
          ":",
          "och");

  private static String label(Random random) {
    var label = new StringBuilder("Ingredienser: ");
    int length = 1 + random.nextInt(14);
    for (int i = 0; i < length; i++) {
      label.append(PIECES.get(random.nextInt(PIECES.size()))).append(' ');
    }
    return label.toString();
  }

  private static Opinions opinions(Judgement judgement, Random random, Status... among) {
    var places = new HashMap<Place, Status>();
    judgement
        .contents()
        .filter(_ -> random.nextInt(4) > 0)
        .forEach(one -> places.put(Place.of(one), among[random.nextInt(among.length)]));
    return new Opinions(places);
  }

  @Test
  void neverMakeAListWithAKnownAnimalAnythingElse() {
    var random = new Random(7);
    for (int round = 0; round < 20_000; round++) {
      String label = label(random);
      Judgement known = ENGINE.judgeText(label);
      Judgement heard =
          ENGINE.judgeText(label, LabelOptions.STANDARD, opinions(known, random, Status.values()));
      if (known.verdict().status() == Status.NON_VEGAN) {
        assertThat(heard.verdict().status()).as(label).isEqualTo(Status.NON_VEGAN);
      }
      if (known.verdict().status() == Status.MAYBE_VEGAN) {
        assertThat(heard.verdict().status()).as(label).isNotIn(Status.VEGAN, Status.UNKNOWN);
      }
    }
  }

  @Test
  void nameTheSameIngredientsAndAcquitNoneThatIsNotUnknown() {
    var random = new Random(8);
    for (int round = 0; round < 20_000; round++) {
      String label = label(random);
      Judgement known = ENGINE.judgeText(label);
      Judgement heard =
          ENGINE.judgeText(label, LabelOptions.STANDARD, opinions(known, random, Status.values()));
      List<JudgedIngredient> before = all(known).toList();
      List<JudgedIngredient> after = all(heard).toList();
      assertThat(after).as(label).hasSameSizeAs(before);
      for (int i = 0; i < before.size(); i++) {
        assertThat(Place.of(after.get(i))).as(label).isEqualTo(Place.of(before.get(i)));
        boolean acquitted = after.get(i).status() == Status.VEGAN;
        assertThat(acquitted && before.get(i).status() == Status.NON_VEGAN).as(label).isFalse();
        assertThat(acquitted && isInDoubt(before.get(i))).as(label).isFalse();
      }
    }
  }

  // An unknown whole may turn out vegan; the doubt about its part stands with the part.
  private static boolean isInDoubt(JudgedIngredient ingredient) {
    return ingredient.status() == Status.MAYBE_VEGAN
        && ingredient.reason().code() != ReasonCode.MAYBE_IN_PARTS;
  }

  @Test
  void thatCallThingsAnimalMakeNothingVegan() {
    var random = new Random(9);
    for (int round = 0; round < 20_000; round++) {
      String label = label(random);
      Judgement known = ENGINE.judgeText(label);
      Opinions cautious = opinions(known, random, Status.NON_VEGAN, Status.MAYBE_VEGAN);
      Judgement heard = ENGINE.judgeText(label, LabelOptions.STANDARD, cautious);
      if (known.verdict().status() != Status.VEGAN) {
        assertThat(heard.verdict().status()).as(label).isNotEqualTo(Status.VEGAN);
      }
    }
  }

  private static Stream<JudgedIngredient> all(Judgement judgement) {
    return judgement.ingredients().stream().flatMap(JudgedIngredient::flattened);
  }
}
