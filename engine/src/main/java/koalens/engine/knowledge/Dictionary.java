package koalens.engine.knowledge;

/// All that words are looked up with, whatever language they are in. Immutable and thread-safe.
///
/// @param lexicon names as they stand
/// @param compounds words built of names
/// @param nearMatches what print may have changed
/// @param gluedWords words without the space between them
/// @param lately words without a name that were read lately
record Dictionary(
    Taxonomy taxonomy,
    Lexicon lexicon,
    CompoundSplitter compounds,
    NearMatches nearMatches,
    GluedWords gluedWords,
    Recently<LoneWord> lately) {
  private static final int KEPT_BITS = 12;

  static Dictionary of(Taxonomy taxonomy, Lexicon lexicon) {
    return new Dictionary(
        taxonomy,
        lexicon,
        new CompoundSplitter(lexicon),
        new NearMatches(lexicon),
        new GluedWords(lexicon),
        new Recently<>(KEPT_BITS));
  }
}
