package koalens.engine.knowledge;

import java.io.DataOutputStream;
import java.io.IOException;
import java.util.AbstractList;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.RandomAccess;
import java.util.Set;
import koalens.engine.packed.PackedInput;
import koalens.engine.packed.PackedInts;
import koalens.engine.packed.PackedTexts;
import koalens.engine.packed.PackedWords;
import org.jspecify.annotations.Nullable;

/// All entries in the order of their numbers, each made when it is first asked for. Immutable and
/// thread-safe: two threads may make the same entry twice, which nobody can tell.
final class Entries extends AbstractList<Entry> implements RandomAccess {
  private static final List<ReasonCode> REASONS = List.of(ReasonCode.values());
  private static final List<Trait> TRAITS = List.of(Trait.values());

  private final PackedWords ids;
  private final PackedInts reasons;
  private final PackedInts traits;
  private final PackedInts firstAncestors;
  private final PackedInts ancestors;
  private final PackedInts sources;
  private final PackedTexts sourceTexts;
  private final @Nullable Entry[] made;

  private Entries(
      PackedWords ids,
      PackedInts reasons,
      PackedInts traits,
      PackedInts firstAncestors,
      PackedInts ancestors,
      PackedInts sources,
      PackedTexts sourceTexts) {
    this.ids = ids;
    this.reasons = reasons;
    this.traits = traits;
    this.firstAncestors = firstAncestors;
    this.ancestors = ancestors;
    this.sources = sources;
    this.sourceTexts = sourceTexts;
    this.made = new @Nullable Entry[ids.size()];
  }

  /// Packs entries.
  static Entries of(List<Entry> entries) {
    PackedWords ids = PackedWords.of(entries.stream().map(Entry::id).toList());
    var firstAncestors = new ArrayList<Integer>(List.of(0));
    var ancestors = new ArrayList<Integer>();
    var sources = new ArrayList<Integer>();
    Map<String, Integer> sourceTexts = new LinkedHashMap<>(Map.of("", 0));
    for (Entry entry : entries) {
      entry.ancestors().forEach(ancestor -> ancestors.add(Math.max(0, ids.number(ancestor))));
      firstAncestors.add(ancestors.size());
      String source = entry.source().orElse("");
      sourceTexts.putIfAbsent(source, sourceTexts.size());
      sources.add(sourceTexts.getOrDefault(source, 0));
    }
    return new Entries(
        ids,
        PackedInts.of(entries.stream().map(entry -> REASONS.indexOf(entry.reason())).toList()),
        PackedInts.of(entries.stream().map(Entries::bits).toList()),
        PackedInts.of(firstAncestors),
        PackedInts.of(ancestors),
        PackedInts.of(sources),
        PackedTexts.of(List.copyOf(sourceTexts.keySet())));
  }

  private static int bits(Entry entry) {
    int bits = 0;
    for (Trait trait : entry.traits()) {
      bits |= 1 << TRAITS.indexOf(trait);
    }
    return bits;
  }

  @Override
  public int size() {
    return ids.size();
  }

  @Override
  public Entry get(int number) {
    Entry known = made[number];
    if (known == null) {
      known = entry(number);
      made[number] = known;
    }
    return known;
  }

  /// The number of the entry with the id, or -1.
  int number(String id) {
    return ids.number(id);
  }

  private Entry entry(int number) {
    ReasonCode reason = REASONS.get(reasons.at(number));
    String source = sourceTexts.at(sources.at(number));
    return new Entry(
        ids.at(number),
        reason.status(),
        reason,
        traits(traits.at(number)),
        ancestors(number),
        source.isEmpty() ? Optional.empty() : Optional.of(source));
  }

  private static Set<Trait> traits(int bits) {
    var traits = EnumSet.noneOf(Trait.class);
    for (int i = 0; i < TRAITS.size(); i++) {
      if ((bits & (1 << i)) != 0) {
        traits.add(TRAITS.get(i));
      }
    }
    return traits;
  }

  private List<String> ancestors(int number) {
    var names = new ArrayList<String>();
    for (int i = firstAncestors.at(number); i < firstAncestors.at(number + 1); i++) {
      names.add(ids.at(ancestors.at(i)));
    }
    return names;
  }

  static Entries read(PackedInput in) throws IOException {
    return new Entries(
        PackedWords.read(in),
        PackedInts.read(in),
        PackedInts.read(in),
        PackedInts.read(in),
        PackedInts.read(in),
        PackedInts.read(in),
        PackedTexts.read(in));
  }

  void write(DataOutputStream out) throws IOException {
    ids.write(out);
    for (PackedInts numbers : List.of(reasons, traits, firstAncestors, ancestors, sources)) {
      numbers.write(out);
    }
    sourceTexts.write(out);
  }
}
