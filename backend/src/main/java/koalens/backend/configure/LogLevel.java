package koalens.backend.configure;

/// From which level on log lines are written.
public enum LogLevel {
  /// Everything.
  TRACE,
  /// What helps to find a fault.
  DEBUG,
  /// What happens.
  INFO,
  /// What may need a look.
  WARN,
  /// What failed.
  ERROR
}
