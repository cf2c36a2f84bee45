package koalens.operations.release;

import java.net.URI;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import koalens.operations.validation.StepResult;
import koalens.operations.validation.Suite;
import koalens.operations.validation.Target;
import koalens.operations.validation.Validation;
import koalens.operations.validation.ValidationReport;

/// The environment as shoppers see it. Immutable.
///
/// @param base where it listens
/// @param environment what it must say it is
/// @param suite what it must answer
/// @param variables values for the suite, such as `origin`
/// @param identity how long a new version may take to appear
/// @param boot how long a machine may take to boot
/// @param progress told of each step
public record Outside(
    URI base,
    String environment,
    Suite suite,
    Map<String, String> variables,
    Duration identity,
    Duration boot,
    Consumer<StepResult> progress) {
  private static final Duration ANSWER = Duration.ofSeconds(60);
  private static final int RETRIES = 2;

  /// Copies the map.
  public Outside {
    variables = Map.copyOf(variables);
  }

  /// The same, asked once.
  Outside impatient() {
    return new Outside(base, environment, suite, variables, Duration.ZERO, Duration.ZERO, progress);
  }

  /// Waits until the commit answers.
  ValidationReport identify(String commit) throws InterruptedException {
    return run(Suite.identity(), Map.of("commit", commit), identity);
  }

  /// Asks everything, of the commit.
  ValidationReport validate(String commit) throws InterruptedException {
    return run(suite, Map.of("commit", commit, "environment", environment), boot);
  }

  /// Asks about labels, to be compared with what another version says of them; none where nothing
  /// answers with a verdict.
  Optional<Sample> sample() throws InterruptedException {
    return Sampling.of(base);
  }

  private ValidationReport run(Suite asked, Map<String, String> more, Duration patience)
      throws InterruptedException {
    var all = new HashMap<>(variables);
    all.putAll(more);
    var target = new Target(base, all, Set.of(), ANSWER, patience, RETRIES);
    try (var validation = new Validation(target)) {
      return validation.run(asked, progress);
    }
  }
}
