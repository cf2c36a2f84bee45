package koalens.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import koalens.operations.fly.Fly;
import koalens.operations.fly.FlyConfig;
import koalens.operations.release.Decision;
import koalens.operations.release.Ending;
import koalens.operations.release.ReleaseRecord;
import koalens.operations.release.Shipment;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/// `koalens promote`.
@Command(
    name = "promote",
    description = {
      "Takes to production exactly the image that staging validated last.",
      "",
      "Needs a reason: a decision of koalens compare that allows it, or words somebody answers",
      "for. Either is kept with the release. Then it goes on as koalens deploy does."
    },
    mixinStandardHelpOptions = true,
    // Nothing that was typed wrong may look like a release that ended.
    exitCodeOnInvalidInput = 3,
    exitCodeOnExecutionException = 2,
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {
      "0:production answers with it, and rightly",
      "1:it did not; the version before answers again",
      "2:neither answers rightly: a person is needed now",
      "3:refused before anything was deployed; wrong usage too",
      "4:it answers rightly, but something could not be told"
    },
    footerHeading = "%nExamples:%n",
    footer = {
      "  koalens compare logs/ --json > decision.json; koalens promote --decision decision.json",
      "  koalens promote --because \"mends the false verdict on casein\""
    })
final class Promote implements Callable<Integer> {
  private static final String FROM = "staging";
  private static final String TO = "production";

  @Spec private CommandSpec spec = CommandSpec.create();

  @Mixin private ReleaseOptions options = new ReleaseOptions();

  @ArgGroup(exclusive = true, multiplicity = "1")
  private Reason reason = new Reason();

  /// Why production changes.
  static final class Reason {
    @Option(
        names = "--decision",
        paramLabel = "FILE",
        description = "What koalens compare --json wrote.")
    private @Nullable Path decision;

    @Option(names = "--because", paramLabel = "WORDS", description = "A reason of your own.")
    private @Nullable String because;
  }

  @Override
  public Integer call() throws IOException, InterruptedException {
    FlyConfig config = options.config(TO);
    options.print(config.faults(), config);
    Optional<ReleaseRecord> validated = options.history(FROM).lastValidated();
    Decision decision = decision();
    if (!config.faults().isEmpty()) {
      return refuse(config.file() + " cannot be deployed");
    }
    if (validated.isEmpty()) {
      return refuse("staging has no validated release: run koalens deploy staging");
    }
    if (!decision.allows()) {
      return refuse(
          decision.reason() + ", which allows no promotion, or no longer; --because overrides it");
    }
    return promote(validated.get(), decision, config);
  }

  private Decision decision() {
    Path file = reason.decision;
    if (file == null) {
      String because = reason.because == null ? "" : reason.because;
      if (because.isBlank()) {
        throw new ParameterException(spec.commandLine(), "--because wants words: they are kept");
      }
      return new Decision.Because(because);
    }
    try {
      return Decision.Compared.read(file);
    } catch (IllegalArgumentException e) {
      throw new ParameterException(spec.commandLine(), String.valueOf(e.getMessage()));
    }
  }

  private int refuse(String why) {
    options.say("refused: " + why);
    return Ending.REFUSED.exitCode();
  }

  // An image holds no provider: the fly.toml says which one answers.
  private void warnOfProvider(Decision decision, FlyConfig config) {
    String set = config.environment().getOrDefault("AI_PROVIDER", "");
    if (decision instanceof Decision.Compared compared
        && !compared.provider().isEmpty()
        && !compared.provider().equals(set)) {
      options.say(
          "it decided for %s, but AI_PROVIDER in %s is %s: this takes the image there, not the provider"
              .formatted(compared.provider(), config.file(), set));
    }
  }

  private int promote(ReleaseRecord validated, Decision decision, FlyConfig config)
      throws InterruptedException {
    warnOfProvider(decision, config);
    Fly fly = options.fly();
    var shipment = new Shipment.Image(validated.commit(), validated.image().orElseThrow());
    if (options.explain() || options.dryRun()) {
      options.say("by hand:");
      options.say("  " + shipment.line(fly, config));
    }
    if (options.dryRun()) {
      return Ending.KEPT.exitCode();
    }
    if (!options.hasSecrets(config, fly)) {
      return refuse("nothing was deployed");
    }
    return options.run(TO, config, shipment, decision.reason());
  }
}
