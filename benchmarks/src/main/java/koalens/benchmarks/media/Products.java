package koalens.benchmarks.media;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import koalens.benchmarks.media.Product.PrintedList;
import koalens.engine.knowledge.Entry;
import koalens.engine.knowledge.KnowledgeBase;
import koalens.engine.knowledge.Status;

/// Makes up foods from what the engine knows. Two of three hold nothing from animals by chance of
/// their draw, so that every verdict occurs.
final class Products {
  private static final Map<String, String> HEADINGS =
      Map.ofEntries(
          Map.entry("sv", "Ingredienser"),
          Map.entry("en", "Ingredients"),
          Map.entry("de", "Zutaten"),
          Map.entry("fr", "Ingrédients"),
          Map.entry("es", "Ingredientes"),
          Map.entry("it", "Ingredienti"),
          Map.entry("nl", "Ingrediënten"),
          Map.entry("pl", "Składniki"),
          Map.entry("fi", "Ainesosat"),
          Map.entry("da", "Ingredienser"),
          Map.entry("no", "Ingredienser"));
  private static final Map<String, String> TRACES =
      Map.ofEntries(
          Map.entry("sv", "Kan innehålla spår av"),
          Map.entry("en", "May contain traces of"),
          Map.entry("de", "Kann Spuren enthalten von"),
          Map.entry("fr", "Peut contenir des traces de"),
          Map.entry("es", "Puede contener trazas de"),
          Map.entry("it", "Può contenere tracce di"),
          Map.entry("nl", "Kan sporen bevatten van"),
          Map.entry("pl", "Może zawierać śladowe ilości"),
          Map.entry("fi", "Saattaa sisältää jäämiä"),
          Map.entry("da", "Kan indeholde spor af"),
          Map.entry("no", "Kan inneholde spor av"));

  private final KnowledgeBase knowledge;
  private final Random random;
  private final List<Entry> common;
  private final List<Entry> vegan;
  private final List<Entry> animal;

  Products(KnowledgeBase knowledge, long seed) {
    this.knowledge = knowledge;
    this.random = new Random(seed);
    this.common =
        new ArrayList<>(knowledge.taxonomy().entries().stream().filter(this::isPlain).toList());
    Collections.shuffle(common, random);
    this.vegan = common.stream().filter(entry -> entry.status() == Status.VEGAN).toList();
    this.animal = common.stream().filter(entry -> entry.status() == Status.NON_VEGAN).toList();
  }

  // Named by words in every language: what a package may print.
  private boolean isPlain(Entry entry) {
    return HEADINGS.keySet().stream()
        .map(language -> knowledge.names(entry.id(), language))
        .allMatch(names -> !names.isEmpty() && names.getFirst().matches("[\\p{L} -]{3,28}"));
  }

  /// A food with its list in the languages.
  Product next(List<String> languages) {
    List<Entry> drawnFrom = random.nextInt(3) < 2 ? vegan : common;
    return of(draw(drawnFrom, 6 + random.nextInt(12)), languages);
  }

  /// A food that is vegan but for its last ingredient.
  Product hiding(List<String> languages) {
    List<Entry> contents = draw(vegan, 5 + random.nextInt(12));
    contents.addAll(draw(animal, 1));
    return of(contents, languages);
  }

  private Product of(List<Entry> contents, List<String> languages) {
    var traces = draw(common, 2);
    boolean traced = random.nextBoolean();
    List<Integer> shares =
        contents.stream().map(_ -> random.nextInt(6) == 0 ? 1 + random.nextInt(60) : 0).toList();
    List<PrintedList> lists =
        languages.stream()
            .map(language ->
                new PrintedList(
                    language, text(language, contents, shares, traced ? traces : List.of())))
            .toList();
    return new Product(knowledge.name(contents.getFirst(), languages.getFirst()), lists);
  }

  private List<Entry> draw(List<Entry> from, int count) {
    var drawn = new ArrayList<Entry>();
    while (drawn.size() < count) {
      // Few come often, as on packages.
      Entry entry = from.get((int) (from.size() * Math.pow(random.nextDouble(), 2)));
      if (!drawn.contains(entry)) {
        drawn.add(entry);
      }
    }
    return drawn;
  }

  private String text(
      String language, List<Entry> contents, List<Integer> shares, List<Entry> traces) {
    var printed = new ArrayList<String>();
    for (int i = 0; i < contents.size(); i++) {
      String share = shares.get(i) == 0 ? "" : " (" + shares.get(i) + " %)";
      printed.add(knowledge.name(contents.get(i), language) + share);
    }
    String list = HEADINGS.get(language) + ": " + String.join(", ", printed) + ".";
    return traces.isEmpty()
        ? list
        : list
            + " "
            + TRACES.get(language)
            + " "
            + String.join(
                ", ", traces.stream().map(entry -> knowledge.name(entry, language)).toList())
            + ".";
  }
}
