package koalens.backend.analysis.advice;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import koalens.backend.provider.FailureKind;

/// What came of asking one provider.
public sealed interface Asked {
  /// The call.
  Call call();

  /// By the names' keys what it says, kept answers included; not every name need have one.
  Map<String, Opinion> opinions();

  /// How many were answered from kept answers instead.
  int remembered();

  /// What its attempts came to.
  Spent spent();

  /// From the question to the answer or the final failure, waits and retries included.
  Duration took();

  /// What it read in a photo or film, when it was shown one and answered.
  Optional<Transcript> transcript();

  /// How many different ingredients it was about: those put to it or, shown a photo or film, those
  /// it found there.
  default int ingredients() {
    return transcript().isPresent() ? opinions().size() : call().names().size();
  }

  /// It answered, or all was remembered.
  ///
  /// @param transcript what it read in a photo or film, when it was shown one
  /// @param modelServed the model that answered
  record Answered(
      Call call,
      Map<String, Opinion> opinions,
      int remembered,
      Optional<Transcript> transcript,
      Spent spent,
      Duration took,
      String modelServed)
      implements Asked {
    /// Copies the map.
    public Answered {
      opinions = Map.copyOf(opinions);
    }
  }

  /// It did not.
  ///
  /// @param failure why
  record Unanswered(
      Call call,
      Map<String, Opinion> opinions,
      int remembered,
      Spent spent,
      Duration took,
      FailureKind failure)
      implements Asked {
    /// Copies the map.
    public Unanswered {
      opinions = Map.copyOf(opinions);
    }

    @Override
    public Optional<Transcript> transcript() {
      return Optional.empty();
    }
  }
}
