package koalens.engine.verdict;

import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;

/// What the words of an ingredient say about its origin. Immutable.
///
/// @param said everything they say
record Qualifiers(Set<Origin> said) {
  /// What can be said about where something comes from.
  enum Origin {
    /// Called vegan or plant-based.
    VEGAN,
    /// Said to come from plants.
    PLANT,
    /// Said to be made by microbes or in a laboratory.
    MICROBIAL,
    /// Said to come from animals.
    ANIMAL,
    /// A describing word alone that names an animal too.
    HOMONYM,
    /// Called vegetarian.
    VEGETARIAN,
    /// Said to be without meat, which broth and bones are too.
    MEAT_FREE,
    /// Said to be free from milk.
    MILK_FREE,
    /// Said to be free from egg.
    EGG_FREE,
    /// Said to be free from fish.
    FISH_FREE
  }

  static final Qualifiers NONE = new Qualifiers(Set.of());

  Qualifiers {
    said = Set.copyOf(said);
  }

  static Qualifiers of(Origin origin) {
    return new Qualifiers(Set.of(origin));
  }

  boolean any() {
    return !said.isEmpty();
  }

  boolean say(Origin origin) {
    return said.contains(origin);
  }

  boolean sayAny(Qualifiers others) {
    return !Collections.disjoint(said, others.said);
  }

  Qualifiers and(Qualifiers other) {
    if (other.said.isEmpty() || said.isEmpty()) {
      return said.isEmpty() ? other : this;
    }
    var all = EnumSet.copyOf(said);
    all.addAll(other.said);
    return new Qualifiers(all);
  }

  Qualifiers without(Origin origin) {
    if (!said.contains(origin)) {
      return this;
    }
    var rest = EnumSet.copyOf(said);
    rest.remove(origin);
    return new Qualifiers(rest);
  }
}
