package koalens.engine.packed;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.security.CodeSource;
import java.util.function.Function;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.jspecify.annotations.Nullable;

/// Opens what the engine was built with, by file name; gives nothing for one that is not there.
/// From the engine's jar itself where there is one: asking the class loader makes it look through
/// all of Java first, a quarter of the time the engine has to be ready in. No lambda: the first one
/// of a process costs more than all the rest of getting ready. Thread-safe.
public final class EngineFiles implements Function<String, @Nullable InputStream> {
  /// All there are.
  public static final EngineFiles ALL = new EngineFiles();

  private static final String FOLDER = "koalens/knowledge/";

  // Open as long as the process, as the class loader has it open.
  private final @Nullable ZipFile jar = jar();

  private EngineFiles() {}

  private static @Nullable ZipFile jar() {
    CodeSource source = EngineFiles.class.getProtectionDomain().getCodeSource();
    String place = source == null ? "" : String.valueOf(source.getLocation());
    if (!place.startsWith("file:") || !place.endsWith(".jar")) {
      return null;
    }
    try {
      return new ZipFile(new File(URI.create(place)));
    } catch (IOException | IllegalArgumentException e) {
      return null;
    }
  }

  @Override
  public @Nullable InputStream apply(String file) {
    String name = FOLDER.concat(file);
    InputStream stream = jar == null ? null : from(jar, name);
    return stream == null ? EngineFiles.class.getResourceAsStream("/".concat(name)) : stream;
  }

  private static @Nullable InputStream from(ZipFile jar, String name) {
    try {
      ZipEntry entry = jar.getEntry(name);
      return entry == null ? null : jar.getInputStream(entry);
    } catch (IOException e) {
      return null;
    }
  }
}
