package koalens.backend.analysis;

import java.util.Optional;
import koalens.backend.analysis.advice.Advisers;
import koalens.backend.experiment.Assignment;
import koalens.backend.experiment.Exposure;

/// Who gave an answer.
///
/// @param exposure who was to answer, and who did
/// @param model the provider's model that answered, when one did
/// @param failure why the provider that was to answer did not: the word of a
///   [koalens.backend.provider.FailureKind]
/// @param notice what a person should know of it, as a sentence in the language of the answer
public record Provenance(
    Exposure exposure, Optional<String> model, Optional<String> failure, Optional<String> notice) {

  /// The embedded engine, outside any experiment.
  public static final Provenance LOCAL =
      new Provenance(
          new Exposure(Assignment.configured(Advisers.LOCAL), Advisers.LOCAL),
          Optional.empty(),
          Optional.empty(),
          Optional.empty());

  /// Who answered: `gemini`, `claude`, or `local` for the embedded engine.
  public String provider() {
    return exposure.served();
  }

  /// Who was to answer.
  public String assignedProvider() {
    return exposure.assignment().variant();
  }

  /// How that was decided: `none` outside experiments, `forced`, `sticky`, `random`.
  public String assignment() {
    return exposure.assignment().kind().word();
  }
}
