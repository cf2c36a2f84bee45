package koalens.backend.provider;

import java.time.Duration;

/// How an attempt ended.
public sealed interface AttemptOutcome {

  /// From sending to the end, exactly.
  Duration took();

  /// With an answer that keeps to the schema.
  ///
  /// @param reply what came back
  record Answered(Reply reply, Duration took) implements AttemptOutcome {}

  /// With none.
  ///
  /// @param failure why not
  record Failed(Failure failure, Duration took) implements AttemptOutcome {}
}
