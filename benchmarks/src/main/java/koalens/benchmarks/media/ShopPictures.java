package koalens.benchmarks.media;

import java.awt.Color;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

/// One picture of each thing that goes wrong in a shop. Every second food hides one animal
/// ingredient at the end of its list, which a cut, a fold or a lamp may swallow.
final class ShopPictures {
  private final MediaFolder folder;
  private final Products products;
  private final Random random;

  ShopPictures(MediaFolder folder, Products products, Random random) {
    this.folder = folder;
    this.products = products;
    this.random = random;
  }

  void make(int number) throws IOException {
    boolean hides = number % 2 == 0;
    String end = "-%03d".formatted(number);
    Product bottle = food(hides, 1);
    write("bottle" + end, bottle, seen(label().closeUp(bottle), 1800, 0.86, 0, 0.85, 0), 0.85);
    Product film = food(hides, 1);
    write(
        "bands" + end,
        film,
        Spoil.bands(seen(label().closeUp(film), 1700, 0.95, 0, 0.3, 0), 0.75, random),
        0.85);
    Product tilted = food(hides, 1);
    write("tilted" + end, tilted, seen(label().closeUp(tilted), 1800, 0.62, 0.12, 0.1, 0.35), 0.85);
    colours(end, hides);
    letters(end, hides);
    light(end, hides);
    whole(end, hides);
    parted(end, hides);
    cut(end);
  }

  private void colours(String end, boolean hides) throws IOException {
    Product tiny = food(hides, 1);
    var red = new Page(random, new Color(0xC8102E), Color.WHITE);
    write("tiny-on-red" + end, tiny, seen(red.closeUp(tiny), 760, 0.95, 0.03, 0.2, 0.05), 0.85);
    Product silver = food(hides, 1);
    var grey = new Page(random, new Color(0xB4B6B8), new Color(0x7A7C80));
    write(
        "silver" + end,
        silver,
        seen(Spoil.brushed(grey.closeUp(silver), 7, random), 1500, 0.95, 0.02, 0.4, 0),
        0.85);
  }

  private void letters(String end, boolean hides) throws IOException {
    Product condensed = food(hides, 1);
    Page narrow = Page.condensed(random);
    write(
        "condensed" + end, condensed, seen(narrow.closeUp(condensed), 1400, 0.95, 0, 0.2, 0), 0.85);
    Product capitals = food(hides, 1);
    write(
        "capitals" + end,
        capitals,
        seen(label().closeUp(capitals.inCapitals()), 1500, 0.95, 0, 0.2, 0.05),
        0.85);
  }

  private void light(String end, boolean hides) throws IOException {
    Product moved = food(hides, 1);
    write(
        "moved" + end,
        moved,
        camera(1500, 0.95, 0.02, 0.2, 0, 0.8, 0.8, 7, 6, label().closeUp(moved)),
        0.5);
    Product shadow = food(hides, 1);
    write(
        "shadow" + end,
        shadow,
        Spoil.shadow(
            camera(1500, 0.95, 0.02, 0.2, 0, 0.7, 0.7, 2, 10, label().closeUp(shadow)),
            0.3,
            random),
        0.8);
    Product night = food(hides, 1);
    write(
        "dim" + end,
        night,
        camera(1600, 0.95, 0.04, 0.2, 0, 0.28, 0.9, 3, 14, label().closeUp(night)),
        0.7);
  }

  private void whole(String end, boolean hides) throws IOException {
    Product far = food(hides, 3);
    write(
        "far-12mp" + end,
        far,
        camera(3000, 0.55, 0.05, 0.2, 0.03, 0.8, 1.2, 2, 6, label().back(far)),
        0.8);
    Product turned = food(hides, 2);
    double quarter = Math.PI / 2 * (1 + random.nextInt(3));
    write(
        "package-turned" + end,
        turned,
        camera(2400, 0.8, quarter, 0.3, 0.05, 0.8, 0.8, 2, 6, label().back(turned)),
        0.8);
  }

  private void parted(String end, boolean hides) throws IOException {
    Product folded = food(hides, 1);
    write(
        "fold" + end,
        folded,
        seen(Spoil.fold(label().closeUp(folded), random), 1600, 0.95, 0, 0, 0),
        0.85);
    Product columns = food(hides, 1);
    write(
        "two-columns" + end,
        columns,
        seen(label().inTwoColumns(columns), 1700, 0.95, 0.02, 0.15, 0),
        0.85);
    Product lost = food(hides, 1);
    write(
        "second-column-far" + end,
        lost,
        seen(label().inFarColumns(lost), 1900, 0.95, 0.02, 0.1, 0),
        0.85);
  }

  // What they hide is always beyond the edge, or may be.
  private void cut(String end) throws IOException {
    Product right = food(true, 1);
    write("cut-right" + end, right, right(seen(label().closeUp(right), 1800, 0.95, 0.02, 0.1, 0)));
    Product below = food(true, 1);
    write("cut-below" + end, below, below(seen(label().closeUp(below), 1600, 0.95, 0.02, 0.1, 0)));
    Product one = food(true, 2);
    BufferedImage both = seen(label().sideBySide(one), 1900, 0.95, 0.02, 0.1, 0);
    write("cut-language" + end, one, right(both));
    Product covered = food(true, 1);
    BufferedImage label = label().closeUp(covered);
    write("thumb" + end, covered, seen(thumbed(label), 1600, 0.95, 0.02, 0.1, 0));
  }

  private BufferedImage right(BufferedImage picture) {
    double share = 0.55 + 0.3 * random.nextDouble();
    return picture.getSubimage(0, 0, (int) (picture.getWidth() * share), picture.getHeight());
  }

  private BufferedImage below(BufferedImage picture) {
    double share = 0.45 + 0.25 * random.nextDouble();
    return picture.getSubimage(0, 0, picture.getWidth(), (int) (picture.getHeight() * share));
  }

  /// A thumb on the end of the list.
  private BufferedImage thumbed(BufferedImage label) {
    int paper = label.getRGB(0, 0);
    int height = label.getHeight();
    int end =
        IntStream.range(0, height)
            .filter(y ->
                IntStream.range(0, label.getWidth()).anyMatch(x -> label.getRGB(x, y) != paper))
            .max()
            .orElse(height);
    var graphics = label.createGraphics();
    graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
    graphics.setColor(new Color(0xD9A98C));
    graphics.fillOval(150 + random.nextInt(400), end - 40 - random.nextInt(90), 700, height);
    graphics.dispose();
    return label;
  }

  private Page label() {
    return new Page(random);
  }

  private Product food(boolean hides, int count) {
    var languages = new ArrayList<>(MakeMedia.LANGUAGES);
    Collections.shuffle(languages, random);
    if (random.nextInt(3) > 0) {
      languages.remove("sv");
      languages.addFirst("sv");
    }
    List<String> chosen = languages.subList(0, count);
    return hides ? products.hiding(chosen) : products.next(chosen);
  }

  private BufferedImage seen(
      BufferedImage label, int width, double zoom, double turn, double bend, double tilt) {
    return camera(width, zoom, turn, bend, tilt, 0.8, 0.7, 0, 5, label);
  }

  private BufferedImage camera(
      int width,
      double zoom,
      double turn,
      double bend,
      double tilt,
      double light,
      double blur,
      int shake,
      double noise,
      BufferedImage label) {
    boolean lies = Math.abs(Math.sin(turn)) > 0.7;
    double shape = (double) label.getHeight() / label.getWidth();
    int height = (int) (width * Math.clamp(shape, 0.4, 4 / 3.0));
    int across = lies ? height : width;
    int down = lies ? width : height;
    return new Camera(
            across,
            down,
            lies ? zoom * width / height : zoom,
            0,
            0,
            turn + 0.02 * random.nextGaussian(),
            tilt,
            tilt * 0.8,
            bend,
            1,
            light,
            0.3,
            0,
            blur,
            shake,
            noise)
        .photograph(label, random);
  }

  private void write(String name, Product product, BufferedImage picture) throws IOException {
    write(name, product, picture, 0.85);
  }

  private void write(String name, Product product, BufferedImage picture, double quality)
      throws IOException {
    folder.photo(name, product, picture, quality);
  }
}
