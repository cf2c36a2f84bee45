package koalens.backend.analysis.advice;

import java.util.Locale;

/// How an experiment runs.
public enum Mode {
  /// Each item goes to the provider it is assigned to.
  SPLIT,
  /// Each item goes to every provider; the assigned one answers.
  SHADOW;

  /// The word used in logs.
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
