package koalens.operations.validation;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/// Files that steps send: beside the steps file, else those that come with KoaLens.
record Resources(Path folder) {
  InputStream open(String name) throws IOException {
    Path file = folder.resolve(name);
    if (Files.isRegularFile(file)) {
      return Files.newInputStream(file);
    }
    InputStream shipped = Resources.class.getResourceAsStream(name);
    if (shipped == null) {
      throw new FileNotFoundException("there is no file " + name);
    }
    return shipped;
  }

  byte[] bytes(String name) throws IOException {
    try (InputStream in = open(name)) {
      return in.readAllBytes();
    }
  }
}
