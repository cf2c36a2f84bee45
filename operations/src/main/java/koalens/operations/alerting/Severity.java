package koalens.operations.alerting;

import java.util.Locale;

/// How urgent an alert is.
enum Severity {
  /// Wakes somebody.
  CRITICAL,
  /// Somebody looks at it today.
  WARNING;

  String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
