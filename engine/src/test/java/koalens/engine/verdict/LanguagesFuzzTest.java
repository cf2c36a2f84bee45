package koalens.engine.verdict;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import koalens.engine.knowledge.Entry;
import koalens.engine.knowledge.Status;
import koalens.engine.parsing.ParsingLimits;
import org.junit.jupiter.api.Test;

/// Labels of several languages one after another, made of the names the engine knows: whatever is
/// joined, cut or spoiled, it answers, and an animal in one of the lists is never lost.
class LanguagesFuzzTest {
  private static final int ROUNDS = 3_000;
  private static final LabelEngine ENGINE = LabelEngine.standard(ParsingLimits.STANDARD);
  private static final Map<String, String> HEADINGS =
      new TreeMap<>(
          Map.ofEntries(
              Map.entry("sv", "Ingredienser"),
              Map.entry("en", "Ingredients"),
              Map.entry("da", "Ingredienser"),
              Map.entry("no", "Ingredienser"),
              Map.entry("fi", "Ainekset"),
              Map.entry("de", "Zutaten"),
              Map.entry("fr", "Ingrédients"),
              Map.entry("es", "Ingredientes"),
              Map.entry("it", "Ingredienti"),
              Map.entry("nl", "Ingrediënten"),
              Map.entry("pl", "Składniki")));
  private static final List<String> LANGUAGES = List.copyOf(HEADINGS.keySet());
  private static final Map<String, List<String>> PLANTS = names(Status.VEGAN);
  private static final Map<String, List<String>> ANIMALS = names(Status.NON_VEGAN);

  private static Map<String, List<String>> names(Status status) {
    var names = new TreeMap<String, List<String>>();
    for (String language : LANGUAGES) {
      var inLanguage = new ArrayList<String>();
      for (Entry entry : ENGINE.knowledge().taxonomy().entries()) {
        if (entry.status() == status && entry.traits().isEmpty()) {
          ENGINE.knowledge().names(entry.id(), language).stream().limit(1).forEach(inLanguage::add);
        }
      }
      names.put(language, inLanguage);
    }
    return names;
  }

  @Test
  void neverCallsAListVeganThatNamesAnAnimalInItsLanguage() {
    var random = new Random(21);
    for (int round = 0; round < ROUNDS; round++) {
      String text = label(random, true);
      assertThat(ENGINE.judgeText(text).verdict().status()).as(text).isNotEqualTo(Status.VEGAN);
    }
  }

  @Test
  void answersCutAndSpoiledLabelsWithPlacesInsideThem() {
    var random = new Random(22);
    for (int round = 0; round < ROUNDS; round++) {
      String text = spoiled(label(random, random.nextBoolean()), random);
      ENGINE.judgeText(text).ingredients().stream()
          .flatMap(JudgedIngredient::flattened)
          .forEach(ingredient -> {
            assertThat(ingredient.start()).as(text).isBetween(0, text.length());
            assertThat(ingredient.end()).as(text).isBetween(ingredient.start(), text.length());
          });
    }
  }

  // Up to four lists, each in a language of its own; one of them with an animal.
  private static String label(Random random, boolean animal) {
    int lists = 1 + random.nextInt(4);
    int withAnimal = animal ? random.nextInt(lists) : -1;
    var label = new StringBuilder();
    for (int i = 0; i < lists; i++) {
      String language = pick(LANGUAGES, random);
      label
          .append(HEADINGS.get(language))
          .append(": ")
          .append(list(language, i == withAnimal, random))
          .append(random.nextBoolean() ? ".\n" : ". ");
    }
    return label.toString();
  }

  private static String list(String language, boolean animal, Random random) {
    var items = new ArrayList<String>();
    for (int i = 3 + random.nextInt(8); i > 0; i--) {
      items.add(pick(PLANTS.getOrDefault(language, List.of()), random));
    }
    if (animal) {
      String name = pick(ANIMALS.getOrDefault(language, List.of()), random);
      items.add(random.nextInt(items.size() + 1), name);
    }
    return String.join(", ", items);
  }

  private static String spoiled(String label, Random random) {
    var text = new StringBuilder(label);
    for (int i = random.nextInt(6); i > 0; i--) {
      int at = random.nextInt(text.length());
      switch (random.nextInt(3)) {
        case 0 -> text.deleteCharAt(at);
        case 1 -> text.insert(at, (char) random.nextInt(0x2100));
        default -> text.setCharAt(at, "()[]:,.*-%\n\uD83D".charAt(random.nextInt(12)));
      }
    }
    int start = random.nextInt(text.length());
    return text.substring(random.nextBoolean() ? 0 : start);
  }

  private static String pick(List<String> from, Random random) {
    return from.get(random.nextInt(from.size()));
  }
}
