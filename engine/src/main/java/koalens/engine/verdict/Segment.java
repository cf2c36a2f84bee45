package koalens.engine.verdict;

import java.util.Optional;

/// A stretch of an ingredient's words between two joining words.
///
/// @param finding what its nouns mean together; empty when it has none
/// @param qualifiers what its other words say about the origin
/// @param unknownWords how many of its words nobody knows
/// @param start where it begins in the label text
/// @param end where it ends, exclusive
record Segment(
    Optional<Finding> finding, Qualifiers qualifiers, int unknownWords, int start, int end) {

  /// The finding after the qualifiers had their say.
  Optional<Finding> qualified() {
    return finding.map(found -> Composition.qualified(found, qualifiers));
  }

  /// The same, said to come from animals.
  Segment ofAnimals() {
    Qualifiers all = qualifiers.and(Qualifiers.of(Qualifiers.Origin.ANIMAL));
    return new Segment(finding, all, unknownWords, start, end);
  }
}
