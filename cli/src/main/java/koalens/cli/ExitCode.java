package koalens.cli;

import koalens.engine.knowledge.Status;

/// What the commands exit with.
final class ExitCode {
  static final int DONE = 0;
  static final int FAILED = 1;
  static final int USAGE = 2;

  private ExitCode() {}

  /// The code that tells a verdict to a script.
  static int of(Status status) {
    return switch (status) {
      case VEGAN -> 0;
      case NON_VEGAN -> 10;
      case MAYBE_VEGAN -> 11;
      case UNKNOWN -> 12;
    };
  }
}
