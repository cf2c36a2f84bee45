package koalens.backend.analysis.advice;

import java.util.Locale;

/// What of a label a provider is asked about.
public enum Scope {
  /// Every ingredient: when an experiment runs, or the request names the provider.
  LIST,
  /// What the engine does not know.
  UNSETTLED;

  /// The word used in logs and metrics.
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
