package koalens.backend.provider;

/// What a model takes, by its family.
///
/// @param family the family, as the names of its models begin
/// @param images whether it takes pictures
/// @param video whether it takes films; if not, hand in pictures taken from one
/// @param sampling whether it takes a temperature
/// @param thinking how it is told how much to think
public record ModelCapabilities(
    String family, boolean images, boolean video, boolean sampling, Thinking thinking) {

  /// How a model is told how much to think before it answers.
  public enum Thinking {
    /// Not at all: it does not think, or does as it likes.
    NONE,
    /// By a number of tokens.
    BUDGET,
    /// By a word: low, medium, high.
    LEVEL
  }
}
