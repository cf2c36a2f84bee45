package koalens.engine.knowledge.source;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.CRC32C;

/// A mark of the contents of folders: other contents, other mark.
final class Fingerprint {
  private Fingerprint() {}

  /// The mark of all files in the folders, by name and content.
  static String of(Path... folders) throws IOException {
    var mark = new CRC32C();
    for (Path folder : folders) {
      for (Path file : files(folder)) {
        mark.update(folder.relativize(file).toString().getBytes(StandardCharsets.UTF_8));
        mark.update(Files.readAllBytes(file));
      }
    }
    return Long.toHexString(mark.getValue());
  }

  private static List<Path> files(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      return files.filter(Files::isRegularFile).sorted().toList();
    }
  }
}
