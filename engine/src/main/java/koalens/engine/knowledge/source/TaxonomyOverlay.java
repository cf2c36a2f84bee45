package koalens.engine.knowledge.source;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import koalens.engine.knowledge.Entry;
import koalens.engine.knowledge.KnowledgeBase;
import koalens.engine.knowledge.KnowledgeBuilder;
import koalens.engine.knowledge.ReasonCode;
import koalens.engine.knowledge.Status;
import org.jspecify.annotations.Nullable;

/// Lays a foreign taxonomy over the engine's own knowledge: only names nobody knew are taken, so
/// that no verdict the engine can defend itself is changed. Used once.
public final class TaxonomyOverlay {
  private final KnowledgeBase base;
  private final Map<String, TaxonomyText.Item> items = new HashMap<>();
  private final String source;

  private TaxonomyOverlay(KnowledgeBase base, List<TaxonomyText.Item> items, String source) {
    this.base = base;
    this.source = source;
    items.forEach(item -> this.items.put(item.id(), item));
  }

  /// What came of it.
  ///
  /// @param builder the knowledge with the overlay, to be written
  /// @param entries how many things were taken over
  /// @param names how many names
  /// @param undecided things left out because the taxonomy does not say whether they are vegan
  public record Result(KnowledgeBuilder builder, int entries, int names, int undecided) {}

  /// Lays the items over the knowledge.
  ///
  /// @param source what the taxonomy is called in explanations
  public static Result of(KnowledgeBase base, List<TaxonomyText.Item> items, String source) {
    return new TaxonomyOverlay(base, items, source).result(items);
  }

  private Result result(List<TaxonomyText.Item> listed) {
    var entries = new ArrayList<Entry>();
    var taken = new ArrayList<TaxonomyText.Item>();
    for (TaxonomyText.Item item : listed) {
      Status status = status(item);
      if (status != null) {
        taken.add(item);
        entries.add(entry(item, status));
      }
    }
    KnowledgeBuilder builder = KnowledgeBuilder.extending(base, entries);
    int names = 0;
    for (TaxonomyText.Item item : taken) {
      names += names(item, builder);
    }
    return new Result(builder, taken.size(), names, listed.size() - taken.size());
  }

  private Entry entry(TaxonomyText.Item item, Status status) {
    return new Entry(item.id(), status, reason(status), Set.of(), List.of(), Optional.of(source));
  }

  private static ReasonCode reason(Status status) {
    return switch (status) {
      case VEGAN -> ReasonCode.TAXONOMY_VEGAN;
      case NON_VEGAN -> ReasonCode.TAXONOMY_ANIMAL;
      case MAYBE_VEGAN, UNKNOWN -> ReasonCode.TAXONOMY_MAYBE;
    };
  }

  private int names(TaxonomyText.Item item, KnowledgeBuilder builder) {
    int names = 0;
    for (String language : base.languages()) {
      for (String name : item.names().getOrDefault(language, List.of())) {
        List<String> words = Words.of(name);
        if (Words.areFoldable(words) && !builder.knows(language, words)) {
          builder.shown(language, item.id(), name);
          builder.name(language, item.id(), words);
          names++;
        }
      }
    }
    return names;
  }

  // Its own, else the most cautious of those its kinds have nearest above it.
  private @Nullable Status status(TaxonomyText.Item item) {
    Status found = null;
    var open = new ArrayDeque<TaxonomyText.Item>(List.of(item));
    var seen = new HashSet<String>(Set.of(item.id()));
    while (!open.isEmpty()) {
      TaxonomyText.Item next = open.remove();
      Status own = next.status();
      if (own != null) {
        found = found == null || moreCautious(own, found) ? own : found;
      } else {
        next.parents().stream()
            .flatMap(parent -> Stream.ofNullable(items.get(parent)))
            .filter(parent -> seen.add(parent.id()))
            .forEach(open::add);
      }
    }
    return found;
  }

  private static boolean moreCautious(Status one, Status other) {
    return one == Status.NON_VEGAN || (one == Status.MAYBE_VEGAN && other == Status.VEGAN);
  }
}
