package koalens.backend.analysis;

import java.util.Optional;
import java.util.OptionalDouble;
import koalens.engine.knowledge.ReasonCode;
import koalens.engine.knowledge.Status;
import koalens.engine.parsing.Role;

/// One ingredient of an analysis.
///
/// @param name as printed on the label
/// @param status whether it is vegan, its parts considered
/// @param reason why, as a sentence in the caller's language
/// @param reasonCode why, the same in every language
/// @param source what the reason rests on
/// @param role the part it plays on the label
/// @param entry the id of the entry it resolved to, when surely to one
/// @param start where it begins in the label text, in UTF-16 units
/// @param end where it ends, exclusive
/// @param percent its share in percent, when printed
/// @param depth how many brackets it stands in; 0 at the top
/// @param compound whether it lists parts of its own; they follow it, one level deeper
public record AnalyzedIngredient(
    String name,
    Status status,
    String reason,
    ReasonCode reasonCode,
    Source source,
    Role role,
    Optional<String> entry,
    int start,
    int end,
    OptionalDouble percent,
    int depth,
    boolean compound) {

  /// Whether it is in the food: declared or stated to be contained, not a trace or a claim.
  public boolean isContent() {
    return switch (role) {
      case DECLARED, CONTAINS, TAIL -> true;
      case TRACE, FREE_FROM, CLAIM, NOTE, OTHER -> false;
    };
  }
}
