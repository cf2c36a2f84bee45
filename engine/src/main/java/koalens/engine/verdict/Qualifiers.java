package koalens.engine.verdict;

/// What the words of an ingredient say about its origin.
///
/// @param vegan called vegan or plant-based
/// @param notAnimal said to come from plants, microbes or a laboratory
/// @param animal said to come from animals
/// @param vegetarian called vegetarian, or free from an animal ingredient
record Qualifiers(boolean vegan, boolean notAnimal, boolean animal, boolean vegetarian) {
  static final Qualifiers NONE = new Qualifiers(false, false, false, false);

  boolean any() {
    return vegan || notAnimal || animal || vegetarian;
  }

  Qualifiers and(Qualifiers other) {
    return new Qualifiers(
        vegan || other.vegan,
        notAnimal || other.notAnimal,
        animal || other.animal,
        vegetarian || other.vegetarian);
  }
}
