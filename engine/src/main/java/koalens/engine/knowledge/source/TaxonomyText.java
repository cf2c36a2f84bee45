package koalens.engine.knowledge.source;

import java.io.BufferedReader;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import koalens.engine.knowledge.Status;
import org.jspecify.annotations.Nullable;

/// Reads a taxonomy of ingredients in the text format of Open Food Facts: blocks parted by blank
/// lines; `< en:parent` above the names, `en: name, synonym`, and properties such as `vegan:en:
/// maybe`. What it does not know it passes over. Used once.
///
/// Source of the format: the Open Food Facts wiki, *Global taxonomies*.
public final class TaxonomyText {
  private static final Pattern NAMES = Pattern.compile("([a-z]{2}):(.*)");
  private static final Pattern PROPERTY = Pattern.compile("([a-z_0-9]+):([a-z]{2}):(.*)");

  private final Map<String, Item> items = new LinkedHashMap<>();

  /// One thing of the taxonomy.
  ///
  /// @param id its first name with its language, such as `en:whey-powder`
  /// @param parents ids of what it descends from
  /// @param names its names by language
  /// @param status what its own `vegan` property says, or nothing
  public record Item(
      String id, List<String> parents, Map<String, List<String>> names, @Nullable Status status) {}

  private TaxonomyText() {}

  /// All items in the order of the file.
  ///
  /// @throws IOException when the text cannot be read
  public static List<Item> read(BufferedReader text) throws IOException {
    var taxonomy = new TaxonomyText();
    var block = new ArrayList<String>();
    for (String line = text.readLine(); line != null; line = text.readLine()) {
      if (line.isBlank()) {
        taxonomy.add(block);
        block.clear();
      } else if (!line.startsWith("#")) {
        block.add(line.strip());
      }
    }
    taxonomy.add(block);
    return List.copyOf(taxonomy.items.values());
  }

  private void add(List<String> block) {
    var parents = new ArrayList<String>();
    var names = new LinkedHashMap<String, List<String>>();
    Status status = null;
    for (String line : block) {
      Matcher property = PROPERTY.matcher(line);
      Matcher name = NAMES.matcher(line);
      if (line.startsWith("<")) {
        parents.add(id(line.substring(1)));
      } else if (property.matches()) {
        status = property.group(1).equals("vegan") ? status(property.group(3)) : status;
      } else if (name.matches() && !line.startsWith("synonyms:")) {
        names.put(name.group(1), Block.split(name.group(2), ","));
      }
    }
    if (!names.isEmpty() && names.values().stream().noneMatch(List::isEmpty)) {
      var first = names.entrySet().iterator().next();
      String id = id(first.getKey() + ":" + first.getValue().getFirst());
      items.putIfAbsent(id, new Item(id, parents, names, status));
    }
  }

  private static String id(String text) {
    String stripped = text.strip();
    int colon = stripped.indexOf(':');
    String language = colon < 0 ? "" : stripped.substring(0, colon).strip() + ":";
    return language + String.join("-", Words.of(stripped.substring(colon + 1)));
  }

  private static @Nullable Status status(String value) {
    return switch (value.strip()) {
      case "yes" -> Status.VEGAN;
      case "no" -> Status.NON_VEGAN;
      case "maybe" -> Status.MAYBE_VEGAN;
      default -> null;
    };
  }
}
