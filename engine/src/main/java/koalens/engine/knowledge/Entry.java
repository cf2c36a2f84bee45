package koalens.engine.knowledge;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/// One thing the engine knows.
///
/// @param id English, singular, such as `whey-powder`; additives carry their number: `e471`
/// @param status whether it is vegan
/// @param reason why; its status is the entry's
/// @param traits how it behaves beside other words
/// @param ancestors the kinds it belongs to, nearest first
/// @param source where the claim comes from, when it is not common knowledge
public record Entry(
    String id,
    Status status,
    ReasonCode reason,
    Set<Trait> traits,
    List<String> ancestors,
    Optional<String> source) {

  /// Copies the collections.
  public Entry {
    traits = Trait.set(traits);
    ancestors = List.copyOf(ancestors);
  }

  /// Whether the entry behaves so.
  public boolean has(Trait trait) {
    return traits.contains(trait);
  }

  /// Whether the entry is, or descends from, the kind.
  public boolean isA(String kind) {
    return id.equals(kind) || ancestors.contains(kind);
  }

  /// Whether it is one additive, known by its number.
  public boolean isAdditive() {
    return id.length() > 1 && id.charAt(0) == 'e' && Character.isDigit(id.charAt(1));
  }
}
