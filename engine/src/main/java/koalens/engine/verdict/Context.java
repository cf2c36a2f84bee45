package koalens.engine.verdict;

import java.util.Optional;
import koalens.engine.knowledge.Trait;

/// What the brackets around an ingredient belong to.
enum Context {
  /// Nothing that changes how words are read.
  PLAIN,
  /// An additive class, where bare numbers are additives.
  ADDITIVES,
  /// Vitamins, which go by their letter.
  VITAMINS;

  private static final String VITAMINS_ID = "vitamins";

  static Context of(Optional<Finding> around) {
    if (around.flatMap(Finding::entry).filter(entry -> entry.isA(VITAMINS_ID)).isPresent()) {
      return VITAMINS;
    }
    return around.filter(finding -> finding.has(Trait.CLASS)).isPresent() ? ADDITIVES : PLAIN;
  }
}
