package koalens.backend.analysis.advice;

/// Keeps lines of the AI request log, so that providers can be compared without the log.
/// Thread-safe.
public interface AiLedger {
  /// Keeps nothing.
  AiLedger NONE = line -> {};

  /// Takes a line to be kept soon; never waits and never fails.
  void keep(AiLine line);
}
