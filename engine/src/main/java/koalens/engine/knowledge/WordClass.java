package koalens.engine.knowledge;

/// What a word does that names no ingredient; the words lie in `words.txt` of every language.
public enum WordClass {
  /// Describes, and changes nothing: *ekologisk*, *chopped*.
  NEUTRAL,
  /// Describes beside other words; alone between two commas it may be an animal: *wild*, *ren*.
  HOMONYM,
  /// Names a part of the food without saying what is in it: *fyllning*, *coating*. Beside an
  /// ingredient it changes nothing; alone its recipe is open.
  PART,
  /// Says that what it stands beside is vegan: *vegansk*, *plant-based*.
  VEGAN,
  /// Says that the origin is a plant: *vegetabilisk*, *of plant origin*.
  NOT_ANIMAL,
  /// Says that a microbe or a laboratory made it: *microbial*, *synthetic*. Cheese that is called
  /// so is made with such an enzyme, and is cheese.
  MICROBIAL,
  /// Says that the origin is an animal: *animalisk*.
  ANIMAL,
  /// Says no more than that no animal was killed: *vegetarisk*.
  VEGETARIAN,
  /// Says that no milk is in it: *dairy-free*, *maidoton*. Meat may be.
  MILK_FREE,
  /// Says that no egg is in it: *eggless*, *bezjajeczny*.
  EGG_FREE,
  /// Says that no fish is in it.
  FISH_FREE,
  /// Negates what follows: *utan*, *without*.
  WITHOUT,
  /// Negates the one animal right behind it: *alternativ till*, *instead of*.
  INSTEAD,
  /// Negates what stands before: *(mjölk)fri*, *(dairy) free*.
  FREE,
  /// Turns head and modifier round: *mjöl av bovete*, *oil of rape*.
  OF,
  /// Joins two ingredients as a comma would: *och*, *or*.
  AND,
  /// Joins an ingredient with what is in it or on it: *med*, *with*.
  WITH
}
