package koalens.engine.knowledge.source;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import koalens.engine.knowledge.Entry;
import koalens.engine.knowledge.ReasonCode;
import koalens.engine.knowledge.Trait;

/// Gives every concept what it inherits: status and reason from its parents unless it states its
/// own, traits likewise.
final class Inheritance {
  private final Map<String, SourceConcept> concepts = new LinkedHashMap<>();
  private final Map<String, Entry> entries = new LinkedHashMap<>();
  private final Set<String> inProgress = new HashSet<>();
  private final List<String> faults = new ArrayList<>();

  Inheritance(List<SourceConcept> sources) {
    for (SourceConcept concept : sources) {
      SourceConcept other = concepts.putIfAbsent(concept.id(), concept);
      if (other != null) {
        faults.add(concept.place() + ": '" + concept.id() + "' is also at " + other.place());
      }
    }
  }

  /// All entries in the order written. Faults are collected, not thrown.
  Map<String, Entry> entries() {
    concepts.values().forEach(concept -> entries.put(concept.id(), entry(concept)));
    return entries;
  }

  List<String> faults() {
    return faults;
  }

  private Entry entry(SourceConcept concept) {
    Entry known = entries.get(concept.id());
    if (known != null) {
      return known;
    }
    if (!inProgress.add(concept.id())) {
      throw new KnowledgeFault(concept.place(), "'" + concept.id() + "' descends from itself");
    }
    List<Entry> parents = parents(concept);
    ReasonCode reason = reason(concept, parents);
    Set<Trait> traits = concept.traits().orElseGet(() -> inheritedTraits(parents));
    var entry =
        new Entry(
            concept.id(), reason.status(), reason, traits, ancestors(parents), concept.source());
    inProgress.remove(concept.id());
    return entry;
  }

  private List<Entry> parents(SourceConcept concept) {
    var parents = new ArrayList<Entry>();
    for (String id : concept.parents()) {
      SourceConcept parent = concepts.get(id);
      if (parent == null) {
        faults.add(concept.place() + ": no concept '" + id + "' to descend from");
      } else {
        parents.add(entry(parent));
      }
    }
    return parents;
  }

  private ReasonCode reason(SourceConcept concept, List<Entry> parents) {
    if (concept.reason().isPresent()) {
      ReasonCode own = concept.reason().get();
      if (concept.status().isPresent() && own.status() != concept.status().get()) {
        faults.add(concept.place() + ": " + own + " goes with " + own.status().word());
      }
      return own;
    }
    Set<ReasonCode> inherited =
        parents.stream().map(Entry::reason).collect(Collectors.toCollection(LinkedHashSet::new));
    long statuses = inherited.stream().map(ReasonCode::status).distinct().count();
    if (statuses != 1) {
      faults.add(concept.place() + ": state 'status REASON', its parents give " + inherited);
    }
    return inherited.isEmpty() ? ReasonCode.UNSPECIFIED : inherited.iterator().next();
  }

  private static Set<Trait> inheritedTraits(List<Entry> parents) {
    return parents.stream()
        .flatMap(parent -> parent.traits().stream())
        .collect(Collectors.toUnmodifiableSet());
  }

  private static List<String> ancestors(List<Entry> parents) {
    var ancestors = new LinkedHashSet<String>();
    parents.forEach(parent -> ancestors.add(parent.id()));
    parents.forEach(parent -> ancestors.addAll(parent.ancestors()));
    return List.copyOf(ancestors);
  }
}
