package koalens.benchmarks.media;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;

/// Pictures that are to be like those of a phone in a kitchen or a shop, one of each kind: packages
/// set as printers set them, seen as phones see. Every second food hides one animal ingredient at
/// the end of its list.
final class LifePictures {
  private static final Map<String, String> COUNTRIES =
      Map.of("sv", "SE", "no", "NO", "da", "DK", "fi", "FI");
  private static final Color CARTON = new Color(0xC9B28A);

  private final MediaFolder folder;
  private final Products products;
  private final Random random;

  LifePictures(MediaFolder folder, Products products, Random random) {
    this.folder = folder;
    this.products = products;
    this.random = random;
  }

  void make(int number) throws IOException {
    boolean hides = number % 2 == 0;
    String end = "-%03d".formatted(number);
    packages(end, hides);
    letters(end, hides);
    grounds(end, hides);
    shapes(end, hides);
    lenses(end, hides);
  }

  private void packages(String end, boolean hides) throws IOException {
    Product far = food(hides, "sv", "en");
    write("phone-12mp" + end, far, phone(4000, 0.42 + 0.1 * random.nextDouble(), back(far)));
    Product four = food(hides, "sv", "no", "da", "fi");
    write("four-countries" + end, four, phone(2600, 0.9, fourCountries(four)));
    Product table = food(hides, "sv");
    write("beside-table" + end, table, seen(1800, 0.92, 0.1, besideTable(table)));
  }

  private void letters(String end, boolean hides) throws IOException {
    Product justified = food(hides, "sv");
    write(
        "justified" + end,
        justified,
        seen(1300, 0.9, 0.1, column(justified, print().justified(true), 620)));
    Product condensed = food(hides, "sv");
    write(
        "very-narrow" + end,
        condensed,
        seen(1500, 0.92, 0.1, column(condensed, print().narrow(0.6), 1200)));
    Product hairline = food(hides, "sv");
    Print thin =
        print()
            .of(
                Print.family("Lato (Light|Thin)|DejaVu Sans Light|Noto Sans (Light|Thin)", random),
                1);
    write("thin" + end, hairline, seen(1500, 0.92, 0.1, column(hairline, thin, 1200)));
    Product foreign =
        food(hides, MakeMedia.LANGUAGES.get(1 + random.nextInt(MakeMedia.LANGUAGES.size() - 1)));
    write(
        "foreign" + end,
        foreign,
        seen(1500, 0.92, 0.2, column(foreign, print().justified(true), 1000)));
  }

  private void grounds(String end, boolean hides) throws IOException {
    Product coloured = food(hides, "sv");
    BufferedImage picture =
        Print.printed(1500, 1100, new Color(0xE8C46A), new Color(0xB9D8A0), random);
    print().set(picture, coloured.lists().getFirst().text(), 120, 90, 1240, Print.BOLD::contains);
    write("over-print" + end, coloured, seen(1500, 0.92, 0.15, picture));
    Product light = food(hides, "sv");
    BufferedImage dark =
        Print.printed(1500, 1100, new Color(0x2A4A30), new Color(0x5A2A20), random);
    print()
        .in(new Color(0xF2EFE4))
        .set(dark, light.lists().getFirst().text(), 120, 90, 1240, Print.BOLD::contains);
    write("light-on-print" + end, light, seen(1500, 0.92, 0.15, dark));
    Product carton = food(hides, "sv");
    BufferedImage grained =
        Phone.grained(column(carton, print().in(new Color(0x3A2A1A)), 1200, CARTON), 14, random);
    write("carton" + end, carton, seen(1500, 0.92, 0, grained));
    Product dated = food(hides, "sv");
    write(
        "dated" + end,
        dated,
        seen(1500, 0.92, 0, Phone.dated(column(dated, print(), 1200), random)));
  }

  private void shapes(String end, boolean hides) throws IOException {
    Product can = food(hides, "sv");
    write("round-side" + end, can, round(column(can, print(), 1200)));
    Product foil = food(hides, "sv");
    write(
        "foil" + end,
        foil,
        seen(1500, 0.92, 0.1, Phone.crumpled(column(foil, print(), 1200), 1, random)));
  }

  private void lenses(String end, boolean hides) throws IOException {
    Product soft = food(hides, "sv");
    write(
        "soft-side" + end,
        soft,
        Phone.softAtOneSide(
            seen(1600, 0.92, 0, column(soft, print(), 1200)), 2.6, random.nextBoolean()));
    Product sharp = food(hides, "sv");
    BufferedImage small = camera(1000, 0.92, 0, 0, 0.8, 1.2, 14, column(sharp, print(), 1200));
    folder.photo("sharpened" + end, sharp, Phone.sharpened(small, 1.6), 0.45);
    Product glare = food(hides, "sv");
    write(
        "lamp" + end,
        glare,
        camera(1500, 0.92, 0.2, 0.5, 0.8, 0.8, 6, column(glare, print(), 1200)));
  }

  private Print print() {
    return Print.plain(random);
  }

  private BufferedImage column(Product product, Print print, int width) {
    return column(product, print, width, new Color(0xFAF8F2));
  }

  private static BufferedImage column(Product product, Print print, int width, Color paper) {
    BufferedImage image = Print.paper(width + 240, 2600, paper);
    float end =
        print.set(image, product.lists().getFirst().text(), 120, 100, width, Print.BOLD::contains);
    return copy(image.getSubimage(0, 0, width + 240, (int) Math.min(2600, end + 100)));
  }

  private static BufferedImage copy(BufferedImage part) {
    var whole = new BufferedImage(part.getWidth(), part.getHeight(), BufferedImage.TYPE_INT_RGB);
    whole.createGraphics().drawImage(part, 0, 0, null);
    return whole;
  }

  /// A package with much else on it: its list is a small part.
  private BufferedImage back(Product product) {
    BufferedImage image =
        Print.printed(2600, 2000, new Color(0xF4F0E0), new Color(0xE0E8D8), random);
    Print large = print().sized(150);
    large.set(image, product.name().toUpperCase(Locale.ROOT), 150, 80, 2200, _ -> false);
    Print text = print().sized(44);
    text.set(
        image,
        "En god vardag börjar här. Förvaras torrt och svalt, bäst före: se lockets kant. Återvinn"
            + " förpackningen.",
        150,
        420,
        900,
        _ -> false);
    float y = 700;
    for (Product.PrintedList list : product.lists()) {
      y = text.set(image, list.text(), 150, y, 1300, Print.BOLD::contains) + 50;
    }
    table(image, text, 1600, 700);
    return image;
  }

  private BufferedImage fourCountries(Product product) {
    BufferedImage image = Print.paper(1700, 2600, new Color(0xFBFBF8));
    Print print = print().sized(30);
    float y = 100;
    for (Product.PrintedList list : product.lists()) {
      y =
          print.set(
                  image,
                  COUNTRIES.get(list.language()) + " " + list.text(),
                  120,
                  y,
                  1450,
                  Print.BOLD::contains)
              + 8;
    }
    return copy(image.getSubimage(0, 0, 1700, (int) Math.min(2600, y + 120)));
  }

  private BufferedImage besideTable(Product product) {
    BufferedImage image = Print.paper(1800, 1300, new Color(0xFBFBF8));
    Print print = print().sized(32);
    float y =
        print.set(image, product.lists().getFirst().text(), 100, 110, 880, Print.BOLD::contains);
    table(image, print, 1030, 90);
    return copy(image.getSubimage(0, 0, 1800, (int) Math.clamp(y + 100, 650f, 1300f)));
  }

  private static void table(BufferedImage image, Print print, float x, float top) {
    List<String> rows =
        List.of(
            "Näringsvärde per 100 g",
            "Energi 1250 kJ / 298 kcal",
            "Fett 12 g",
            "varav mättat fett 1,4 g",
            "Kolhydrat 41 g",
            "varav sockerarter 6,2 g",
            "Protein 7,5 g",
            "Salt 0,9 g");
    float y = top;
    for (String row : rows) {
      y = print.set(image, row, x, y, 700, _ -> false) + 10;
    }
  }

  private Product food(boolean hides, String... languages) {
    var chosen = new ArrayList<>(List.of(languages));
    if (chosen.size() > 1 && random.nextInt(3) == 0) {
      Collections.swap(chosen, 0, 1);
    }
    return hides ? products.hiding(chosen) : products.next(chosen);
  }

  private BufferedImage seen(int width, double zoom, double bend, BufferedImage label) {
    return camera(width, zoom, bend, 0, 0.8, 0.8, 6, label);
  }

  private BufferedImage phone(int width, double zoom, BufferedImage label) {
    return Phone.sharpened(camera(width, zoom, 0.15, 0, 0.75, 1.2, 7, label), 0.8);
  }

  /// A can whose list runs on round its side.
  private BufferedImage round(BufferedImage label) {
    return new Camera(
            1700,
            1275,
            0.82,
            0.05 * random.nextGaussian(),
            0,
            0.02 * random.nextGaussian(),
            0,
            0.05,
            0.93,
            1,
            0.8,
            0.5,
            0.1,
            0.8,
            0,
            6)
        .photograph(label, random);
  }

  private BufferedImage camera(
      int width,
      double zoom,
      double bend,
      double glare,
      double light,
      double blur,
      double noise,
      BufferedImage label) {
    double shape = (double) label.getHeight() / label.getWidth();
    int height = (int) (width * Math.clamp(shape, 0.4, 4 / 3.0));
    return new Camera(
            width,
            height,
            shape > 4 / 3.0 ? zoom * 4 / 3.0 / shape : zoom,
            0,
            0,
            0.03 * random.nextGaussian(),
            0.04 * random.nextGaussian(),
            0.04 * random.nextGaussian(),
            bend,
            1,
            light,
            0.3,
            glare,
            blur,
            0,
            noise)
        .photograph(label, random);
  }

  private void write(String name, Product product, BufferedImage picture) throws IOException {
    folder.photo(name, product, picture, 0.8);
  }
}
