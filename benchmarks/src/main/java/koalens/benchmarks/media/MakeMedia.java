package koalens.benchmarks.media;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import koalens.engine.knowledge.KnowledgeBase;
import koalens.engine.text.Tokenizer;

/// Writes photos of made-up labels, each beside its true text, into a folder for `koalens eval
/// --images`.
final class MakeMedia {
  private static final List<String> LANGUAGES =
      List.of("sv", "en", "de", "fr", "es", "it", "nl", "pl", "fi", "da", "no");

  private final Path folder;
  private final Random random;
  private final Products products;

  private MakeMedia(Path folder, long seed) {
    this.folder = folder;
    this.random = new Random(seed);
    this.products = new Products(KnowledgeBase.standard(Tokenizer.standard()), seed);
  }

  /// Arguments: the folder, how many pictures of each kind, the seed.
  public static void main(String[] arguments) throws IOException {
    if (arguments.length != 3) {
      throw new IllegalArgumentException("give FOLDER COUNT SEED");
    }
    Path folder = Path.of(arguments[0]);
    Files.createDirectories(folder);
    var make = new MakeMedia(folder, Long.parseLong(arguments[2]));
    for (int i = 0; i < Integer.parseInt(arguments[1]); i++) {
      make.closeUp("close-up-%03d".formatted(i));
      make.back("package-%03d".formatted(i));
      make.poor("poor-%03d".formatted(i));
    }
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

  private void write(String name, Product product, BufferedImage picture) throws IOException {
    Path file = folder.resolve(name + ".jpg");
    ImageWriter writer = ImageIO.getImageWritersByFormatName("jpeg").next();
    try (var out = ImageIO.createImageOutputStream(file.toFile())) {
      ImageWriteParam quality = writer.getDefaultWriteParam();
      quality.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
      quality.setCompressionQuality((float) about(0.8, 0.15));
      writer.setOutput(out);
      writer.write(null, new IIOImage(picture, null, null), quality);
    } finally {
      writer.dispose();
    }
    Files.write(
        folder.resolve(name + ".txt"),
        product.lists().stream().map(Product.PrintedList::text).toList());
    System.out.printf(Locale.ROOT, "%s%n", file);
  }
}
