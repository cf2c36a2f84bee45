package koalens.backend.analysis.advice;

import java.time.Duration;
import java.util.Optional;
import koalens.backend.experiment.Experiment;

/// How advice is sought.
///
/// @param standard who answers outside experiments: `local`, `gemini` or `claude`
/// @param experiment the experiment that runs, when one does
/// @param mode how it runs
/// @param pictures which photos and films a provider is shown
/// @param budget how long providers may take together for one analysis
/// @param firstPercent how much of that the first provider has where there is a second, in percent
/// @param mostIngredients how many ingredients to put into one question at most
/// @param maxOutputTokens where a model must stop
/// @param cacheEntries how many answers on ingredients to keep, 0 for none
/// @param cacheLife how long a kept answer is good
/// @param hashKey what marks of users and items in the log are keyed with; a secret
public record AdviceOptions(
    String standard,
    Optional<Experiment> experiment,
    Mode mode,
    PictureUse pictures,
    Duration budget,
    int firstPercent,
    int mostIngredients,
    int maxOutputTokens,
    int cacheEntries,
    Duration cacheLife,
    String hashKey) {

  static final AdviceOptions LOCAL =
      new AdviceOptions(
          Advisers.LOCAL,
          Optional.empty(),
          Mode.SPLIT,
          PictureUse.NEVER,
          Duration.ZERO,
          100,
          0,
          1,
          0,
          Duration.ZERO,
          "");

  /// Shows no secret.
  @Override
  public String toString() {
    return "AdviceOptions[standard=%s, experiment=%s, mode=%s]"
        .formatted(standard, experiment, mode);
  }
}
