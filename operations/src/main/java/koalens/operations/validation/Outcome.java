package koalens.operations.validation;

/// How a step ended.
public enum Outcome {
  /// Every expectation was met.
  PASSED,
  /// One was not, or no answer came.
  FAILED,
  /// It does not apply here, and the reason says why.
  SKIPPED
}
