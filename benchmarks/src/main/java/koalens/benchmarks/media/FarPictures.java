package koalens.benchmarks.media;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Random;

/// Whole packages photographed from afar, one picture of each kind: the list is a small part of the
/// picture, its rows are low, askew or bent. Every second food hides one animal ingredient at the
/// end of its list.
final class FarPictures {
  private static final int LABEL = 2600;
  private static final int MEGAPIXELS_12 = 4000;
  private static final String PRAISE =
      "Njut av en god stund tillsammans med dem du tycker om. Vi har gjort mat med omsorg sedan"
          + " 1932, och det tänker vi fortsätta med. Läs mer om oss på förpackningens sida."
          + " Förvaras torrt och svalt, bäst före: se lockets kant. Återvinn förpackningen.";

  /// What of a letter's size its line takes, from the top of tall letters to the bottom of tails.
  private static final double INK = 0.93;

  private final MediaFolder folder;
  private final Products products;
  private final Random random;

  FarPictures(MediaFolder folder, Products products, Random random) {
    this.folder = folder;
    this.products = products;
    this.random = random;
  }

  /// How a package lies before the camera.
  ///
  /// @param width of the picture, in pixels
  /// @param row height of the list's rows in the picture, in pixels
  private record View(int width, double row, double turn, double tilt, double bend) {}

  void make(int number) throws IOException {
    boolean hides = number % 2 == 0;
    String end = "-%03d".formatted(number);
    far("far-flat" + end, hides, new View(MEGAPIXELS_12, about(16, 2), 0, 0.05, 0.1), 1);
    far("far-tiny" + end, hides, new View(MEGAPIXELS_12, about(12, 1.5), 0, 0.05, 0.1), 1);
    far("far-askew" + end, hides, new View(MEGAPIXELS_12, about(15, 2), askew(), 0.25, 0.1), 1);
    far("far-round" + end, hides, new View(MEGAPIXELS_12, about(15, 2), 0, 0.05, 0.75), 1);
    far("far-praise" + end, hides, new View(MEGAPIXELS_12, about(14, 2), 0, 0.08, 0.2), 9);
    far("far-frame" + end, hides, new View(1920, about(13, 1.5), about(0, 0.05), 0.1, 0.3), 1);
  }

  private double about(double middle, double spread) {
    return middle + spread * (2 * random.nextDouble() - 1);
  }

  private double askew() {
    return (random.nextBoolean() ? 1 : -1) * about(0.18, 0.07);
  }

  private void far(String name, boolean hides, View view, int praises) throws IOException {
    List<String> chosen = List.of("sv", "en", "de").subList(0, 1 + random.nextInt(3));
    Product product = hides ? products.hiding(chosen) : products.next(chosen);
    double zoom = view.width() == MEGAPIXELS_12 ? about(0.6, 0.12) : about(0.9, 0.05);
    double size = view.row() / INK / (zoom * view.width() / LABEL);
    folder.photo(
        name, product, photographed(view, zoom, back(product, (float) size, praises)), 0.82);
  }

  /// A back with name, praise in larger letters, the lists, nutrition.
  private BufferedImage back(Product product, float size, int praises) {
    BufferedImage image =
        Print.printed(LABEL, 1900, new Color(0xF4F0E0), new Color(0xE0E8D8), random);
    Print text = Print.plain(random).sized(size);
    text.sized(150).set(image, product.name().toUpperCase(Locale.ROOT), 150, 80, 2200, _ -> false);
    Print large = text.sized(2.6f * size);
    float y = 420;
    for (int i = 0; i < praises; i++) {
      y = large.set(image, PRAISE, i % 2 == 0 ? 150 : 180, y, 1500, _ -> false) + size;
    }
    double column = about(24, 6) * size;
    float left = 300 + random.nextInt(500);
    float top = praises == 1 ? y + 4 * size : 420;
    float x = praises == 1 ? left : 1800;
    for (Product.PrintedList list : product.lists()) {
      float width = (float) Math.min(column, LABEL - x - 120);
      top = text.set(image, list.text(), x, top, width, Print.BOLD::contains) + 1.6f * size;
    }
    return image;
  }

  private BufferedImage photographed(View view, double zoom, BufferedImage label) {
    BufferedImage seen =
        new Camera(
                view.width(),
                view.width() * 3 / 4,
                zoom,
                about(0, 0.1),
                0,
                view.turn(),
                view.tilt() * random.nextGaussian(),
                view.tilt() * random.nextGaussian(),
                view.bend(),
                1,
                0.78,
                0.3,
                0,
                about(0.8, 0.2),
                0,
                about(6, 2))
            .photograph(label, random);
    return Phone.sharpened(seen, 0.8);
  }
}
