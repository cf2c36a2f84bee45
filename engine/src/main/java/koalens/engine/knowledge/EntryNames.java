package koalens.engine.knowledge;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// The name to show for each entry, as people write it: names to look up are folded. A language's
/// names are read when they are first asked for: judging a label needs none. Thread-safe.
final class EntryNames {
  private final Function<String, @Nullable InputStream> resources;
  private final Map<String, Map<String, String>> languages = new ConcurrentHashMap<>();

  /// @param resources opens the names of a language; gives nothing for one it has none of
  EntryNames(Function<String, @Nullable InputStream> resources) {
    this.resources = resources;
  }

  static EntryNames standard() {
    return new EntryNames(
        language -> EntryNames.class.getResourceAsStream("/koalens/knowledge/" + file(language)));
  }

  static String file(String language) {
    return "names-" + language + ".bin";
  }

  /// Every entry's name in the language, by id.
  Map<String, String> in(String language) {
    return languages.computeIfAbsent(language, this::read);
  }

  private Map<String, String> read(String language) {
    try (InputStream stream = resources.apply(language)) {
      return stream == null ? Map.of() : read(new DataInputStream(stream));
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read the names in language " + language, e);
    }
  }

  private static Map<String, String> read(DataInputStream in) throws IOException {
    int entries = in.readInt();
    Map<String, String> names = HashMap.newHashMap(entries);
    for (int i = 0; i < entries; i++) {
      names.put(in.readUTF(), in.readUTF());
    }
    return names;
  }

  /// Writes the names of one language.
  static void write(Map<String, String> names, DataOutputStream out) throws IOException {
    out.writeInt(names.size());
    for (Map.Entry<String, String> name : names.entrySet()) {
      out.writeUTF(name.getKey());
      out.writeUTF(name.getValue());
    }
  }
}
