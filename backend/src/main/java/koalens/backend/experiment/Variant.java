package koalens.backend.experiment;

/// One of the things an experiment compares.
///
/// @param name what stands for it in answers, logs and reports
/// @param weight its share of the units, relative to the other weights; 0 for none
public record Variant(String name, int weight) {
  /// @throws IllegalArgumentException when the weight is negative or the name empty
  public Variant {
    if (name.isBlank() || weight < 0) {
      throw new IllegalArgumentException("a variant needs a name and a weight of 0 or more");
    }
  }
}
