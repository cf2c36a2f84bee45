package koalens.cli;

import koalens.operations.release.Ending;
import koalens.operations.release.ReleaseRecord;

/// Says how a deployment ended.
final class ReleaseSummary {
  private ReleaseSummary() {}

  /// Prints it, and gives the exit code that tells it to scripts.
  static int print(ReleaseRecord record, ReleaseOptions options) {
    Ending ending = record.ending().orElse(Ending.INCONCLUSIVE);
    options.say("");
    options.say(record.environment() + " " + record.commit() + ": " + words(ending));
    record.image().ifPresent(image -> options.say("image " + image));
    record.notes().forEach(note -> options.say("  - " + note));
    return ending.exitCode();
  }

  private static String words(Ending ending) {
    return switch (ending) {
      case KEPT -> "kept";
      case ROLLED_BACK -> "ROLLED BACK: the version before answers";
      case BROKEN -> "BROKEN: what answers now does not answer rightly";
      case REFUSED -> "refused: nothing was deployed";
      case INCONCLUSIVE -> "kept, but a person must look";
    };
  }
}
