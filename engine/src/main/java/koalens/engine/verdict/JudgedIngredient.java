package koalens.engine.verdict;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Stream;
import koalens.engine.knowledge.Entry;
import koalens.engine.knowledge.ReasonCode;
import koalens.engine.knowledge.Status;
import koalens.engine.parsing.Role;

/// An ingredient with its status and the reason.
///
/// @param name as printed on the label
/// @param status whether it is vegan, its parts considered
/// @param reason why
/// @param role the part it plays on the label
/// @param entry what it resolved to, when surely to one entry
/// @param percent its share in percent, when printed
/// @param start where it begins in the label text, in UTF-16 units
/// @param end where it ends, exclusive
/// @param parts the ingredients in its brackets
public record JudgedIngredient(
    String name,
    Status status,
    Reason reason,
    Role role,
    Optional<Entry> entry,
    OptionalDouble percent,
    int start,
    int end,
    List<JudgedIngredient> parts) {

  /// Copies the list.
  public JudgedIngredient {
    parts = List.copyOf(parts);
  }

  /// The same when something beside it speaks of its origin.
  JudgedIngredient under(Qualifiers qualifiers) {
    Finding own = new Finding(reason.code(), entry, false, false);
    return because(Composition.qualified(own, qualifiers).reason());
  }

  /// The same for another reason.
  JudgedIngredient because(ReasonCode code) {
    return new JudgedIngredient(
        name,
        code.status(),
        new Reason(code, reason.name()),
        role,
        entry,
        percent,
        start,
        end,
        parts);
  }

  /// The same in another part of the label, with its parts.
  JudgedIngredient as(Role other) {
    return with(other, parts.stream().map(part -> part.as(other)).toList());
  }

  /// The same with other parts.
  JudgedIngredient with(List<JudgedIngredient> others) {
    return with(role, others);
  }

  private JudgedIngredient with(Role other, List<JudgedIngredient> others) {
    return new JudgedIngredient(name, status, reason, other, entry, percent, start, end, others);
  }

  /// This ingredient and all its parts, in reading order.
  public Stream<JudgedIngredient> flattened() {
    return parts.isEmpty()
        ? Stream.of(this)
        : Stream.concat(Stream.of(this), parts.stream().flatMap(JudgedIngredient::flattened));
  }
}
