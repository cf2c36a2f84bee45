package koalens.backend.reading;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.bytedeco.javacpp.Loader;

/// Lays out programs, libraries and models on disk, once, when first asked for. Thread-safe.
final class Natives {
  private static final String TEMPORARY = "medium-";

  // One folder a process: the loader heeds the first it is told.
  private static final String LIBRARIES = "org.bytedeco.javacpp.cachedir";

  private final Path folder;
  private final ConcurrentMap<String, Path> models = new ConcurrentHashMap<>();

  /// @param folder where it may write; made when it is missing. What a crash left there is swept.
  Natives(Path folder) {
    this.folder = folder.toAbsolutePath();
  }

  static final List<String> LANGUAGES =
      List.of("swe", "eng", "dan", "nor", "fin", "deu", "fra", "spa", "ita", "nld", "pol");

  /// Makes the folder and removes media a killed process left.
  void prepare() {
    try {
      Files.createDirectories(folder);
      if (System.getProperty(LIBRARIES) == null) {
        System.setProperty(LIBRARIES, folder.resolve("natives").toString());
      }
      // What it keeps lies outside the heap and would be counted against a limit meant for others.
      System.setProperty("org.bytedeco.javacpp.nopointergc", "true");
      try (Stream<Path> files = Files.list(folder)) {
        files
            .filter(file -> file.getFileName().toString().startsWith(TEMPORARY))
            .forEach(this::delete);
      }
    } catch (IOException e) {
      throw new UncheckedIOException("the folder for reading cannot be used: " + folder, e);
    }
  }

  String ffmpeg() {
    return Loader.load(org.bytedeco.ffmpeg.ffmpeg.class);
  }

  String ffprobe() {
    return Loader.load(org.bytedeco.ffmpeg.ffprobe.class);
  }

  Path detector() {
    return model("detector.onnx", "detector.onnx");
  }

  /// The folder with the data of every language.
  Path languages() {
    for (String language : LANGUAGES) {
      model(language + ".traineddata.gz", language + ".traineddata");
    }
    return folder.resolve("models");
  }

  private Path model(String resource, String file) {
    return models.computeIfAbsent(file, _ -> layOut(resource, file));
  }

  private Path layOut(String resource, String file) {
    Path target = folder.resolve("models").resolve(file);
    try (InputStream packed = Natives.class.getResourceAsStream("models/" + resource)) {
      if (packed == null) {
        throw new IllegalStateException("built without " + resource);
      }
      byte[] bytes =
          (resource.endsWith(".gz") ? new GZIPInputStream(packed) : packed).readAllBytes();
      if (!Files.exists(target) || Files.size(target) != bytes.length) {
        Files.createDirectories(target.getParent());
        Path part = Files.createTempFile(folder, TEMPORARY, ".part");
        try (OutputStream out = Files.newOutputStream(part)) {
          out.write(bytes);
        }
        Files.move(
            part, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
      }
      return target;
    } catch (IOException e) {
      throw new UncheckedIOException("cannot write " + target, e);
    }
  }

  /// An empty file that only this user may read.
  Path temporaryFile() {
    try {
      return Files.createTempFile(
          folder,
          TEMPORARY,
          ".bin",
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
    } catch (IOException e) {
      throw new UncheckedIOException("cannot write to " + folder, e);
    }
  }

  void delete(Path file) {
    try {
      Files.deleteIfExists(file);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot delete " + file, e);
    }
  }
}
