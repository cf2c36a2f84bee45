package koalens.benchmarks;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import koalens.engine.knowledge.Entry;
import koalens.engine.knowledge.KnowledgeBase;

/// Makes many different label texts that look like those on packages: a heading, four to twenty
/// ingredients of which a few come often, shares, brackets with parts, additives by number, now and
/// then a word nobody knows, and traces. The same seed makes the same texts.
final class LabelTexts {
  private static final int SELDOM_UNKNOWN = 60;

  private final Random random;
  private final String language;
  private final List<String> names;
  private final List<String> numbers;

  LabelTexts(KnowledgeBase knowledge, String language, long seed) {
    this.random = new Random(seed);
    this.language = language;
    this.names =
        new ArrayList<>(
            knowledge.taxonomy().entries().stream()
                .flatMap(entry -> knowledge.names(entry.id(), language).stream().limit(1))
                .toList());
    Collections.shuffle(names, random);
    this.numbers =
        knowledge.taxonomy().entries().stream()
            .map(Entry::id)
            .filter(id -> id.matches("e[0-9]{3,4}"))
            .toList();
  }

  /// So many texts.
  List<String> texts(int count) {
    var texts = new ArrayList<String>();
    for (int i = 0; i < count; i++) {
      texts.add(text());
    }
    return texts;
  }

  private String text() {
    String heading = language.equals("sv") ? "Ingredienser: " : "Ingredients: ";
    return heading + String.join(", ", ingredients(4 + random.nextInt(17))) + "." + traces();
  }

  /// So many ingredients, each as printed.
  List<String> ingredients(int count) {
    var ingredients = new ArrayList<String>();
    for (int i = 0; i < count; i++) {
      ingredients.add(ingredient());
    }
    return ingredients;
  }

  private String ingredient() {
    return switch (random.nextInt(12)) {
      case 0 -> name() + " " + (1 + random.nextInt(60)) + " %";
      case 1 -> name() + " (" + name() + ", " + name() + ")";
      case 2 -> additive();
      default -> random.nextInt(SELDOM_UNKNOWN) == 0 ? unknown() : name();
    };
  }

  // As on packages, few names come often and many seldom.
  private String name() {
    return names.get((int) (names.size() * Math.pow(random.nextDouble(), 3)));
  }

  private String additive() {
    String additiveClass = language.equals("sv") ? "emulgeringsmedel" : "emulsifier";
    String number = numbers.get(random.nextInt(numbers.size()));
    return additiveClass + " (E" + number.substring(1) + ")";
  }

  private String unknown() {
    return name() + "q" + (char) ('a' + random.nextInt(26)) + "x";
  }

  private String traces() {
    if (random.nextBoolean()) {
      return "";
    }
    String heading = language.equals("sv") ? " Kan innehålla spår av " : " May contain traces of ";
    return heading + name() + ", " + name() + ".";
  }
}
