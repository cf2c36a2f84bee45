package koalens.benchmarks.media;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.function.Function;
import koalens.engine.knowledge.KnowledgeBase;
import koalens.engine.text.Tokenizer;

/// Writes photos and films of made-up labels, each beside its true text, into a folder for `koalens
/// eval --images`.
final class MakeMedia {
  static final List<String> LANGUAGES =
      List.of("sv", "en", "de", "fr", "es", "it", "nl", "pl", "fi", "da", "no");

  private final MediaFolder folder;
  private final Random random;
  private final Products products;

  private MakeMedia(Path folder, long seed) {
    this.folder = new MediaFolder(folder);
    this.random = new Random(seed);
    this.products = new Products(KnowledgeBase.standard(Tokenizer.standard()), seed);
  }

  /// Arguments: the folder, how many pictures of each kind, the seed.
  public static void main(String[] arguments) throws IOException {
    if (arguments.length != 3 && arguments.length != 4) {
      throw new IllegalArgumentException(
          "give FOLDER COUNT SEED, and hard, shop, life, layout or films for such ones alone");
    }
    Path folder = Path.of(arguments[0]);
    Files.createDirectories(folder);
    var make = new MakeMedia(folder, Long.parseLong(arguments[2]));
    int count = Integer.parseInt(arguments[1]);
    if (arguments.length == 4) {
      make.only(arguments[3], count);
      return;
    }
    for (int i = 0; i < count; i++) {
      make.closeUp("close-up-%03d".formatted(i));
      make.back("package-%03d".formatted(i));
      make.fair("fair-%03d".formatted(i));
      make.poor("poor-%03d".formatted(i));
    }
    // A film costs as much as some thirty photos.
    for (int i = 0; i < (count + 4) / 5; i++) {
      make.films(i);
    }
  }

  private void only(String kind, int count) throws IOException {
    var shop = new ShopPictures(folder, products, random);
    var life = new LifePictures(folder, products, random);
    var layout = new LayoutPictures(folder, products, random);
    for (int i = 0; i < count; i++) {
      switch (kind) {
        case "hard" -> hard(i);
        case "shop" -> shop.make(i);
        case "life" -> life.make(i);
        case "layout" -> layout.make(i);
        case "films" -> films(i);
        default -> throw new IllegalArgumentException("no such kind: " + kind);
      }
    }
  }

  private void films(int i) throws IOException {
    held("film-held-%03d.mp4".formatted(i));
    panned("film-panned-%03d.%s".formatted(i, i % 2 == 0 ? "mp4" : "webm"));
  }

  // Every second in Swedish, the others in any language.
  private List<String> languages(int count) {
    var others = new ArrayList<>(LANGUAGES);
    Collections.shuffle(others, random);
    if (random.nextBoolean()) {
      others.remove("sv");
      others.addFirst("sv");
    }
    return others.subList(0, count);
  }

  private double about(double middle, double spread) {
    return middle + spread * (2 * random.nextDouble() - 1);
  }

  private void closeUp(String name) throws IOException {
    Product product = products.next(languages(1));
    BufferedImage page = new Page(random).closeUp(product);
    var camera =
        new Camera(
            1600,
            1200,
            about(0.95, 0.08),
            0,
            0,
            about(0, 0.06),
            about(0, 0.12),
            about(0, 0.12),
            Math.max(0, about(0.3, 0.5)),
            about(1, 0.15),
            about(0.85, 0.2),
            about(0, 0.5),
            Math.max(0, about(-0.1, 0.3)),
            Math.max(0, about(0.7, 0.8)),
            random.nextInt(3),
            about(5, 4));
    write(name, product, camera.photograph(page, random));
  }

  private void back(String name) throws IOException {
    Product product = products.next(languages(2 + random.nextInt(3)));
    BufferedImage page = new Page(random).back(product);
    int width = 2200 + random.nextInt(800);
    var camera =
        new Camera(
            width,
            width * 4 / 3,
            about(0.92, 0.08),
            0,
            0,
            about(0, 0.1),
            about(0, 0.15),
            about(0, 0.15),
            Math.max(0, about(0.3, 0.4)),
            about(1, 0.08),
            about(0.8, 0.25),
            about(0, 0.6),
            Math.max(0, about(-0.1, 0.3)),
            Math.max(0, about(0.7, 0.8)),
            random.nextInt(3),
            about(6, 4));
    write(name, product, camera.photograph(page, random));
  }

  /// What a shopper in a hurry takes: askew, a little soft, on a bottle, in the light there is.
  private void fair(String name) throws IOException {
    Product product = products.next(languages(1));
    BufferedImage page = new Page(random).closeUp(product);
    int width = 1000 + random.nextInt(700);
    var camera =
        new Camera(
            width,
            width * 3 / 4,
            about(0.9, 0.1),
            0,
            0,
            about(0, 0.15),
            about(0, 0.2),
            about(0, 0.2),
            Math.max(0, about(0.4, 0.4)),
            about(1, 0.25),
            about(0.6, 0.25),
            about(0, 0.6),
            Math.max(0, about(0.1, 0.3)),
            about(1.2, 0.6),
            random.nextInt(5),
            about(8, 5));
    write(name, product, camera.photograph(page, random));
  }

  /// One picture of each thing that makes labels hard to read, well photographed otherwise.
  private void hard(int i) throws IOException {
    String number = "-%03d".formatted(i);
    write("narrow" + number, one(), page -> page::narrow, 1000, 0, 0);
    Product two = products.next(languages(2));
    write("side-by-side" + number, two, page -> page::sideBySide, 2000, 0, 0);
    write("dotted" + number, one(), page -> page::dotted, 1500, 0, 0);
    write("lying" + number, one(), page -> page::closeUp, 1500, Math.PI / 2, 0);
    write("over" + number, one(), page -> page::closeUp, 1500, Math.PI, 0);
    write("small" + number, one(), page -> page::closeUp, 620, 0, 0);
    write("glossy" + number, one(), page -> page::closeUp, 1500, 0, 0.55);
    var pale = new Page(random, new Color(0xC9BB96), new Color(0x94845F));
    Product product = one();
    write("pale" + number, product, steady(1500, pale.closeUp(product), 0, 0));
    var black = new Page(random, new Color(0x161616), new Color(0xEFEFEF));
    Product night = one();
    write("black" + number, night, steady(1500, black.closeUp(night), 0, 0));
  }

  private Product one() {
    return products.next(languages(1));
  }

  private void write(
      String name,
      Product product,
      Function<Page, Function<Product, BufferedImage>> drawing,
      int width,
      double turn,
      double glare)
      throws IOException {
    BufferedImage page = drawing.apply(new Page(random)).apply(product);
    write(name, product, steady(width, page, turn, glare));
  }

  private BufferedImage steady(int width, BufferedImage page, double turn, double glare) {
    int height = width * page.getHeight() / page.getWidth();
    boolean lies = Math.abs(Math.sin(turn)) > 0.7;
    int across = lies ? height : width;
    int down = lies ? width : height;
    // The zoom is told by the picture's width, the label's lies along its height.
    double zoom = lies ? 0.95 * width / height : 0.95;
    var camera =
        new Camera(
            across,
            down,
            zoom,
            0,
            0,
            turn + about(0, 0.04),
            0,
            0,
            about(0.15, 0.15),
            1,
            about(0.85, 0.1),
            about(0, 0.2),
            glare,
            0.6,
            0,
            about(5, 3));
    return camera.photograph(page, random);
  }

  /// What cannot be read well: dusk, blur, from far.
  private void poor(String name) throws IOException {
    Product product = products.next(languages(1));
    BufferedImage page = new Page(random).closeUp(product);
    int width = 500 + random.nextInt(900);
    var camera =
        new Camera(
            width,
            width * 3 / 4,
            about(0.8, 0.3),
            about(0, 0.1),
            0,
            about(0, 0.3),
            about(0, 0.3),
            about(0, 0.3),
            Math.max(0, about(0.4, 0.5)),
            about(1, 0.3),
            about(0.4, 0.3),
            about(0, 0.8),
            Math.max(0, about(0.3, 0.6)),
            about(2, 1.5),
            random.nextInt(9),
            about(14, 10));
    write(name, product, camera.photograph(page, random));
  }

  /// A hand that tries to hold still, for four seconds.
  private void held(String name) throws IOException {
    film(name, 40, 0.98, 0);
  }

  /// A hand that moves along a label too wide for the picture.
  private void panned(String name) throws IOException {
    film(name, 40, 1.45, 0.32);
  }

  private void film(String name, int frames, double zoom, double reach) throws IOException {
    Product product = products.next(languages(1));
    BufferedImage page = new Page(random).closeUp(product);
    double turn = about(0, 0.04);
    double bend = Math.max(0, about(0.2, 0.4));
    double light = about(0.85, 0.15);
    double noise = about(4, 3);
    double phase = random.nextDouble() * 6;
    Film.write(
        folder.file(name),
        page,
        frames,
        frame -> {
          double time = phase + frame / 4.0;
          double along = frames == 1 ? 0 : 2.0 * frame / (frames - 1) - 1;
          // A hand trembles, and shakes now and then.
          double tremble = 0.012 * Math.sin(3.1 * time) + 0.008 * Math.sin(7.3 * time);
          boolean shakes = Math.sin(1.7 * time) > 0.6;
          return new Camera(
              1280,
              960,
              zoom * (1 + 0.03 * Math.sin(time)),
              reach * along + tremble,
              0.02 * Math.sin(2.3 * time),
              turn + 0.02 * Math.sin(1.3 * time),
              0.04 * Math.sin(0.7 * time),
              0,
              bend,
              1,
              light,
              0.2,
              0,
              shakes ? 1.8 : 0.6,
              shakes ? 9 : 0,
              noise);
        },
        random);
    folder.truth(name.replaceFirst("[.][^.]+$", ""), product);
  }

  private void write(String name, Product product, BufferedImage picture) throws IOException {
    folder.photo(name, product, picture, about(0.8, 0.15));
  }
}
