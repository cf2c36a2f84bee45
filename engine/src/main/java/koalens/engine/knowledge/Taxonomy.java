package koalens.engine.knowledge;

import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// All entries by id. Immutable.
public final class Taxonomy {
  private final Map<String, Entry> entries;

  Taxonomy(Map<String, Entry> entries) {
    this.entries = Collections.unmodifiableMap(new LinkedHashMap<>(entries));
  }

  /// All entries, in the order of the knowledge files.
  public Collection<Entry> entries() {
    return entries.values();
  }

  /// The entry with the id, if there is one.
  public Optional<Entry> findEntry(String id) {
    return Optional.ofNullable(entries.get(id));
  }

  /// The additive with the number, in any spelling labels use: `E 471`, `471`, `e160a(ii)`.
  public Optional<Entry> findAdditive(String number) {
    String folded = number.toLowerCase(java.util.Locale.ROOT).replaceAll("[^a-z0-9]", "");
    String id = folded.startsWith("e") ? folded : "e" + folded.replaceFirst("^ins", "");
    return AdditiveNumber.parse(List.of(id)).flatMap(found -> findNumbered(found.id()));
  }

  Optional<Entry> findNumbered(String id) {
    return AdditiveNumber.candidates(id).map(this::findEntry).flatMap(Optional::stream).findFirst();
  }
}
