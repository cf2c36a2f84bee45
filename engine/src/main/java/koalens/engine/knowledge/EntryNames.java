package koalens.engine.knowledge;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import koalens.engine.packed.EngineFiles;
import koalens.engine.packed.PackedInput;
import koalens.engine.packed.PackedTexts;
import org.jspecify.annotations.Nullable;

/// The name to show for each entry, as people write it: names to look up are folded. A language's
/// names are read when they are first asked for: judging a label needs none. Thread-safe.
final class EntryNames {
  private final Function<String, @Nullable InputStream> resources;
  private final Map<String, PackedTexts> languages = new ConcurrentHashMap<>();

  /// @param resources opens a file by its name; gives nothing for one that is not there
  EntryNames(Function<String, @Nullable InputStream> resources) {
    this.resources = resources;
  }

  static EntryNames standard() {
    return new EntryNames(EngineFiles.ALL);
  }

  static String file(String language) {
    return "names-" + language + ".bin";
  }

  /// The name in the language of the entry with the number, if it has one.
  @Nullable String find(String language, int number) {
    PackedTexts names = languages.computeIfAbsent(language, this::read);
    String name = number < names.size() ? names.at(number) : "";
    return name.isEmpty() ? null : name;
  }

  private PackedTexts read(String language) {
    try (InputStream stream = resources.apply(file(language))) {
      return stream == null ? PackedTexts.of(List.of()) : PackedTexts.read(new PackedInput(stream));
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read the names in language " + language, e);
    }
  }
}
