package koalens.backend.experiment;

/// What a unit saw in the end.
///
/// @param assignment what was decided for it
/// @param served the name of what answered: the assigned variant, or another in its place
public record Exposure(Assignment assignment, String served) {

  /// Whether what was decided on answered. What did not is still compared under the variant it was
  /// assigned to: leaving out a variant's failures would flatter it.
  public boolean asAssigned() {
    return served.equals(assignment.variant());
  }
}
