package koalens.engine.verdict;

import koalens.engine.knowledge.Status;

/// Which finding decides when several stand together.
final class Severity {
  private Severity() {}

  static int of(Finding finding) {
    return of(finding.status());
  }

  static int of(Status status) {
    return switch (status) {
      case VEGAN -> 0;
      case UNKNOWN -> 1;
      case MAYBE_VEGAN -> 2;
      case NON_VEGAN -> 3;
    };
  }
}
