package koalens.engine.knowledge.source;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// A line of a knowledge file with the indented lines under it.
///
/// @param place where it stands
/// @param head the line itself
/// @param details the indented lines by key, several of one key joined by ` | `
record Block(Place place, String head, Map<String, String> details) {

  static List<Block> read(Path file) {
    var blocks = new ArrayList<Block>();
    List<String> lines = lines(file);
    for (int i = 0; i < lines.size(); i++) {
      String line = lines.get(i);
      var place = new Place(file.toString(), i + 1);
      if (line.isBlank() || line.startsWith("#")) {
        continue;
      }
      if (Character.isWhitespace(line.charAt(0))) {
        addDetail(blocks, place, line.strip());
      } else {
        blocks.add(new Block(place, line.strip(), new LinkedHashMap<>()));
      }
    }
    return blocks;
  }

  private static List<String> lines(Path file) {
    try {
      return Files.readAllLines(file);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + file, e);
    }
  }

  private static void addDetail(List<Block> blocks, Place place, String line) {
    int colon = line.indexOf(':');
    if (blocks.isEmpty() || colon < 1) {
      throw new KnowledgeFault(place, "expected 'key: value' under a line that begins a block");
    }
    blocks
        .getLast()
        .details
        .merge(
            line.substring(0, colon).strip(),
            line.substring(colon + 1).strip(),
            (one, other) -> one + " | " + other);
  }

  Optional<String> detail(String key) {
    return Optional.ofNullable(details.get(key));
  }

  List<String> texts(String key) {
    return detail(key).map(value -> split(value, " \\| ")).orElse(List.of());
  }

  static List<String> split(String text, String separator) {
    return Arrays.stream(text.split(separator, -1))
        .map(String::strip)
        .filter(part -> !part.isEmpty())
        .toList();
  }
}
