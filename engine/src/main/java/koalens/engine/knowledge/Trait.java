package koalens.engine.knowledge;

import java.util.Collection;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/// How an entry behaves beside other words; see `docs/reference/knowledge-format.md`.
public enum Trait {
  /// The edible thing itself: in one word with an animal, the animal names its variety.
  PRODUCE,
  /// Before an imitable word it makes the plant imitation.
  BASE,
  /// An animal product whose plant imitation carries the same word.
  IMITABLE,
  /// Names what an additive does, not what it is.
  CLASS,
  /// Takes its status from the word before it.
  FORM,
  /// The word before it says what it is for.
  PURPOSE;

  // One set for each combination: thousands of entries share a handful, which stay at hand.
  private static final Map<Set<Trait>, Set<Trait>> SETS = new ConcurrentHashMap<>();

  /// An immutable copy, quick to ask.
  static Set<Trait> set(Collection<Trait> traits) {
    Set<Trait> copy = traits.isEmpty() ? EnumSet.noneOf(Trait.class) : EnumSet.copyOf(traits);
    Set<Trait> known = SETS.putIfAbsent(copy, Collections.unmodifiableSet(copy));
    return known == null ? Collections.unmodifiableSet(copy) : known;
  }
}
