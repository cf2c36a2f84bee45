package koalens.engine.knowledge;

/// Why an ingredient has its status. Sentences for each lie in `reasons.txt` of every language.
public enum ReasonCode {
  MILK(Status.NON_VEGAN),
  EGG(Status.NON_VEGAN),
  MEAT(Status.NON_VEGAN),
  POULTRY(Status.NON_VEGAN),
  FISH(Status.NON_VEGAN),
  SHELLFISH(Status.NON_VEGAN),
  INSECT(Status.NON_VEGAN),
  HONEY(Status.NON_VEGAN),
  GELATINE(Status.NON_VEGAN),
  ANIMAL_FAT(Status.NON_VEGAN),
  ANIMAL_PART(Status.NON_VEGAN),
  ANIMAL_RECIPE(Status.NON_VEGAN),
  /// The label itself says the origin is an animal.
  ANIMAL_STATED(Status.NON_VEGAN),
  /// The label itself says that the food is not vegan.
  CALLED_NOT_VEGAN(Status.NON_VEGAN),
  /// One of its parts is from an animal.
  ANIMAL_IN_PARTS(Status.NON_VEGAN),

  ANIMAL_OR_PLANT(Status.MAYBE_VEGAN),
  ANIMAL_OR_SYNTHETIC(Status.MAYBE_VEGAN),
  FLAVOURING(Status.MAYBE_VEGAN),
  VITAMIN_D(Status.MAYBE_VEGAN),
  OMEGA_3(Status.MAYBE_VEGAN),
  ENZYME(Status.MAYBE_VEGAN),
  FINING(Status.MAYBE_VEGAN),
  SUGAR_FILTERING(Status.MAYBE_VEGAN),
  CARRIER(Status.MAYBE_VEGAN),
  RECIPE(Status.MAYBE_VEGAN),
  HOMONYM(Status.MAYBE_VEGAN),
  ADDITIVE_CLASS(Status.MAYBE_VEGAN),
  UNSPECIFIED(Status.MAYBE_VEGAN),
  /// Made without an animal, yet the same substance as from one: precision-fermented casein.
  ANIMAL_IDENTICAL(Status.MAYBE_VEGAN),
  /// Only called vegetarian, which milk and eggs are too.
  VEGETARIAN(Status.MAYBE_VEGAN),
  /// Spelled almost like something from an animal.
  MISSPELLED(Status.MAYBE_VEGAN),
  /// One of its parts may be from an animal.
  MAYBE_IN_PARTS(Status.MAYBE_VEGAN),

  PLANT(Status.VEGAN),
  FUNGUS(Status.VEGAN),
  ALGA(Status.VEGAN),
  MINERAL(Status.VEGAN),
  MICROBIAL(Status.VEGAN),
  SYNTHETIC(Status.VEGAN),
  PLANT_BASED(Status.VEGAN),
  /// The label itself says the origin is not an animal.
  PLANT_STATED(Status.VEGAN),
  /// All of its parts are vegan.
  VEGAN_PARTS(Status.VEGAN),

  UNRECOGNISED(Status.UNKNOWN),
  /// An imported taxonomy says it comes from animals, may do so, or does not.
  TAXONOMY_ANIMAL(Status.NON_VEGAN),
  TAXONOMY_MAYBE(Status.MAYBE_VEGAN),
  TAXONOMY_VEGAN(Status.VEGAN),
  /// Spelled almost like something known, which is no animal product: guesses make nothing vegan.
  MISREAD(Status.UNKNOWN),
  UNKNOWN_IN_PARTS(Status.UNKNOWN),

  /// Not known to the engine; an opinion from outside calls it animal, perhaps animal, or vegan.
  ADVISED_ANIMAL(Status.NON_VEGAN),
  ADVISED_MAYBE(Status.MAYBE_VEGAN),
  ADVISED_VEGAN(Status.VEGAN),
  /// Vegan to the engine, from an animal to an opinion from outside.
  DISPUTED(Status.MAYBE_VEGAN);

  private final Status status;

  ReasonCode(Status status) {
    this.status = status;
  }

  /// The one status this reason goes with.
  public Status status() {
    return status;
  }

  /// Whether it rests on an opinion from outside the engine.
  public boolean isAdvice() {
    return switch (this) {
      case ADVISED_ANIMAL, ADVISED_MAYBE, ADVISED_VEGAN, DISPUTED -> true;
      default -> false;
    };
  }
}
