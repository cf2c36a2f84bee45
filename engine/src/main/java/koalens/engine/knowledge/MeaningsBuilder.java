package koalens.engine.knowledge;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import koalens.engine.packed.PackedInts;

/// Lays out what names mean as [Meanings], in the order of their numbers. Used once.
final class MeaningsBuilder {
  // What only tells a language has no reference that holds anywhere.
  private static final Map<Integer, Integer> NOTHING = Map.of(0, Languages.NONE);

  private record Sense(Map<Integer, Integer> meanings, int evidence) {}

  private record Pair(int languages, int evidence) {}

  private final Map<Sense, Integer> senses = new HashMap<>();
  private final Map<Pair, Integer> places = new HashMap<>();
  private final List<Integer> firsts = new ArrayList<>();
  private final List<Integer> references = new ArrayList<>();
  private final List<Integer> speakers = new ArrayList<>();
  private final List<Integer> pairs = new ArrayList<>();

  /// Adds the next name.
  ///
  /// @param meanings reference → languages
  /// @param evidence the languages the name speaks for
  void add(Map<Integer, Integer> meanings, int evidence) {
    var sense = new Sense(meanings.isEmpty() ? NOTHING : meanings, evidence);
    Integer known = senses.get(sense);
    firsts.add(known == null ? references.size() : known);
    if (known == null) {
      senses.put(sense, references.size());
      lay(sense);
    }
  }

  private void lay(Sense sense) {
    int left = sense.meanings.size();
    for (Map.Entry<Integer, Integer> meaning : sense.meanings.entrySet()) {
      left--;
      references.add(2 * meaning.getKey() + (left == 0 ? 1 : 0));
      speakers.add(place(new Pair(meaning.getValue(), sense.evidence)));
    }
  }

  private int place(Pair pair) {
    Integer known = places.putIfAbsent(pair, places.size());
    if (known != null) {
      return known;
    }
    pairs.add(pair.languages);
    pairs.add(pair.evidence);
    return places.size() - 1;
  }

  Meanings meanings() {
    return new Meanings(
        PackedInts.of(firsts),
        PackedInts.of(references),
        PackedInts.of(speakers),
        PackedInts.of(pairs));
  }
}
