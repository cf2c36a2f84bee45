package koalens.backend.analysis.advice;

/// Whether the log of AI requests holds what was asked and answered.
public enum LogContent {
  /// It does not.
  OFF,
  /// It does, without what tells who a person is.
  REDACTED
}
