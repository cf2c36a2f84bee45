package koalens.engine.knowledge;

import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// All entries by id. Immutable.
public final class Taxonomy {
  private final Entries entries;

  Taxonomy(Entries entries) {
    this.entries = entries;
  }

  /// All entries, in the order of the knowledge files.
  public Collection<Entry> entries() {
    return entries;
  }

  /// The entry with the id, if there is one.
  public Optional<Entry> findEntry(String id) {
    int number = entries.number(id);
    return number < 0 ? Optional.empty() : Optional.of(entries.get(number));
  }

  /// The additive with the number, in any spelling labels use: `E 471`, `471`, `e160a(ii)`.
  public Optional<Entry> findAdditive(String number) {
    String folded = number.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]", "");
    String id = folded.startsWith("e") ? folded : "e" + folded.replaceFirst("^ins", "");
    return id.length() < 2
        ? Optional.empty()
        : AdditiveNumber.parse(List.of(id)).flatMap(found -> findNumbered(found.id()));
  }

  Optional<Entry> findNumbered(String id) {
    for (String one = id; one.length() >= 4; one = AdditiveNumber.shortened(one)) {
      int number = entries.number(one);
      if (number >= 0) {
        return Optional.of(entries.get(number));
      }
    }
    return Optional.empty();
  }
}
