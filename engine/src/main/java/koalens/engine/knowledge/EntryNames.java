package koalens.engine.knowledge;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// The names of the entries as people write them, to show and to search. A language's names are
/// read when they are first asked for: judging a label needs none. Thread-safe.
final class EntryNames {
  private final Function<String, @Nullable InputStream> resources;
  private final Map<String, Map<String, List<String>>> languages = new ConcurrentHashMap<>();

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

  List<String> of(String id, String language) {
    return languages.computeIfAbsent(language, this::read).getOrDefault(id, List.of());
  }

  private Map<String, List<String>> read(String language) {
    try (InputStream stream = resources.apply(language)) {
      return stream == null ? Map.of() : read(new DataInputStream(stream));
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read the names in language " + language, e);
    }
  }

  private static Map<String, List<String>> read(DataInputStream in) throws IOException {
    int entries = in.readInt();
    Map<String, List<String>> names = HashMap.newHashMap(entries);
    for (int i = 0; i < entries; i++) {
      String id = in.readUTF();
      int count = in.readUnsignedShort();
      var ofEntry = new ArrayList<String>(count);
      for (int n = 0; n < count; n++) {
        ofEntry.add(in.readUTF());
      }
      names.put(id, List.copyOf(ofEntry));
    }
    return names;
  }

  /// Writes the names of one language, each entry's in order.
  static void write(Map<String, List<String>> names, DataOutputStream out) throws IOException {
    out.writeInt(names.size());
    for (Map.Entry<String, List<String>> entry : names.entrySet()) {
      out.writeUTF(entry.getKey());
      out.writeShort(entry.getValue().size());
      for (String name : entry.getValue()) {
        out.writeUTF(name);
      }
    }
  }
}
