package koalens.benchmarks.media;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import koalens.benchmarks.media.Product.PrintedList;

/// One picture of each way of setting a list that makes its beginning or its end hard to tell: a
/// footnote that names ingredients, a statement of what the food contains apart from the list,
/// headings glued to the list or to each other, rows far apart, no heading at all. Every second
/// food holds one animal ingredient, at the end of its list or in the statement alone.
final class LayoutPictures {
  private static final int WIDTH = 1500;
  private static final float LEFT = 110;
  private static final float COLUMN = 1240;

  /// What a language prints around a list.
  private record Words(String language, String footnote, String contains, String heading) {}

  private static final List<Words> WORDS =
      List.of(
          new Words("sv", "*Ekologiska ingredienser", "INNEHÅLLER: MJÖLK", "Ainesosat"),
          new Words("en", "*Organic ingredients", "CONTAINS: MILK", "Zutaten"),
          new Words("de", "*Zutaten aus ökologischem Anbau", "ENTHÄLT: MILCH", "Ingredients"),
          new Words(
              "fr",
              "*Ingrédients issus de l'agriculture biologique",
              "CONTIENT: LAIT",
              "Ingrediënten"));

  private final MediaFolder folder;
  private final Products products;
  private final Random random;

  LayoutPictures(MediaFolder folder, Products products, Random random) {
    this.folder = folder;
    this.products = products;
    this.random = random;
  }

  void make(int number) throws IOException {
    boolean hides = number % 2 == 0;
    String end = "-%03d".formatted(number);
    Words words = WORDS.get(number % WORDS.size());
    Product marked = changed(food(words, hides), text -> footnoted(text, words));
    write("footnote" + end, marked, paragraphs(marked, 0));
    Product glued = changed(food(words, hides), text -> text.replaceFirst(": ", ":"));
    write("glued-heading" + end, glued, paragraphs(glued, 0));
    Product twice = changed(food(words, hides), text -> words.heading() + "/" + text);
    write("double-heading" + end, twice, paragraphs(twice, 0));
    Product bare = changed(food(words, hides), LayoutPictures::withoutHeading);
    write("no-heading" + end, bare, paragraphs(bare, 0));
    Product apart = food(words, hides);
    write("wide-pitch" + end, apart, rows(apart));
    Product vegan = food(words, false);
    Product said = hides ? containing(vegan, words) : vegan;
    write("contains-apart" + end, said, paragraphs(said, 90));
  }

  private Product food(Words words, boolean hides) {
    List<String> language = List.of(words.language());
    return hides ? products.hiding(language) : products.next(language);
  }

  private static Product changed(Product product, UnaryOperator<String> change) {
    PrintedList list = product.lists().getFirst();
    String text = change.apply(list.text());
    return new Product(product.name(), List.of(new PrintedList(list.language(), text)));
  }

  private static String footnoted(String text, Words words) {
    return text.replaceFirst(",", Matcher.quoteReplacement("*,")) + " " + words.footnote();
  }

  private static String withoutHeading(String text) {
    String list = text.substring(text.indexOf(": ") + 2);
    return list.substring(0, 1).toUpperCase(Locale.ROOT) + list.substring(1);
  }

  private static Product containing(Product product, Words words) {
    var lists = new ArrayList<>(product.lists());
    lists.add(new PrintedList(words.language(), words.contains()));
    return new Product(product.name(), lists);
  }

  /// The name, and below it each text as a paragraph, the later ones larger.
  ///
  /// @param gap between them, in pixels
  private BufferedImage paragraphs(Product product, float gap) {
    Print print = Print.plain(random);
    BufferedImage image = Print.paper(WIDTH, WIDTH, Color.WHITE);
    float y = named(image, product, print);
    for (PrintedList list : product.lists()) {
      y = print.set(image, list.text(), LEFT, y, COLUMN, _ -> false) + gap;
      print = print.sized(print.size() * 1.5f);
    }
    return above(image, y);
  }

  /// The heading and each ingredient on a row of its own, far from the next.
  private BufferedImage rows(Product product) {
    Print print = Print.plain(random);
    BufferedImage image = Print.paper(WIDTH, 2 * WIDTH, Color.WHITE);
    float y = named(image, product, print);
    for (String row : product.lists().getFirst().text().split("(?<=[:,]) ", -1)) {
      y = print.set(image, row, LEFT, y, COLUMN, _ -> false) + 0.9f * print.size();
    }
    return above(image, y);
  }

  private float named(BufferedImage image, Product product, Print print) {
    String name = product.name().toUpperCase(Locale.ROOT);
    return print.sized(2 * print.size()).set(image, name, LEFT, 60, COLUMN, _ -> true) + 60;
  }

  private static BufferedImage above(BufferedImage image, float y) {
    int height = (int) Math.min(image.getHeight(), Math.max(500, y + 110));
    return image.getSubimage(0, 0, WIDTH, height);
  }

  private void write(String name, Product product, BufferedImage page) throws IOException {
    int height = page.getHeight();
    var camera =
        new Camera(
            WIDTH,
            height,
            0.95,
            0,
            0,
            0.02 * random.nextGaussian(),
            0.04,
            0.03,
            0.1,
            1,
            0.8,
            0.3,
            0,
            0.7,
            0,
            5);
    folder.photo(name, product, camera.photograph(page, random), 0.85);
  }
}
