package koalens.backend.analysis;

import koalens.backend.provider.ProviderName;
import koalens.engine.knowledge.ReasonCode;

/// What the reason for a status rests on.
public enum Source {
  /// The knowledge base.
  KNOWLEDGE("knowledge"),
  /// What the label itself says about the origin.
  LABEL("label"),
  /// An imported taxonomy.
  TAXONOMY("taxonomy"),
  /// What Google Gemini says of it.
  GEMINI("gemini"),
  /// What Anthropic Claude says of it.
  CLAUDE("claude"),
  /// Nothing: the ingredient is not recognised.
  NONE("none");

  private final String word;

  Source(String word) {
    this.word = word;
  }

  /// The word used at the doors.
  public String word() {
    return word;
  }

  static Source of(ProviderName provider) {
    return switch (provider) {
      case GEMINI -> GEMINI;
      case CLAUDE -> CLAUDE;
    };
  }

  /// The one with the word.
  ///
  /// @throws IllegalArgumentException when there is none
  static Source named(String word) {
    for (Source source : values()) {
      if (source.word.equals(word)) {
        return source;
      }
    }
    throw new IllegalArgumentException("a source of no kind");
  }

  /// What a reason rests on that is not advice.
  static Source of(ReasonCode code) {
    return switch (code) {
      case ANIMAL_STATED, CALLED_NOT_VEGAN, PLANT_STATED, VEGETARIAN -> LABEL;
      case TAXONOMY_ANIMAL, TAXONOMY_MAYBE, TAXONOMY_VEGAN -> TAXONOMY;
      case UNRECOGNISED, ADVISED_ANIMAL, ADVISED_MAYBE, ADVISED_VEGAN, DISPUTED -> NONE;
      case MILK,
          EGG,
          MEAT,
          POULTRY,
          FISH,
          SHELLFISH,
          INSECT,
          HONEY,
          GELATINE,
          ANIMAL_FAT,
          ANIMAL_PART,
          ANIMAL_RECIPE,
          ANIMAL_IN_PARTS,
          ANIMAL_OR_PLANT,
          ANIMAL_OR_SYNTHETIC,
          FLAVOURING,
          VITAMIN_D,
          OMEGA_3,
          ENZYME,
          FINING,
          SUGAR_FILTERING,
          CARRIER,
          RECIPE,
          HOMONYM,
          ADDITIVE_CLASS,
          UNSPECIFIED,
          ANIMAL_IDENTICAL,
          MISREAD,
          MISSPELLED,
          MAYBE_IN_PARTS,
          PLANT,
          FUNGUS,
          ALGA,
          MINERAL,
          MICROBIAL,
          SYNTHETIC,
          PLANT_BASED,
          VEGAN_PARTS,
          UNKNOWN_IN_PARTS ->
          KNOWLEDGE;
    };
  }
}
