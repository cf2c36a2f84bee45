package koalens.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import koalens.operations.fly.Fly;
import koalens.operations.fly.FlyConfig;
import koalens.operations.release.Ending;
import koalens.operations.release.Preflight;
import koalens.operations.release.Shipment;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `koalens deploy`.
@Command(
    name = "deploy",
    description = {
      "Takes the commit that is checked out to an environment and sees it through.",
      "",
      "  1. preflight: clean tree, fly.toml, migrations that only add, alerts, secrets",
      "  2. fly deploys; what it exits with is noted and proves nothing",
      "  3. waits until /version says the commit",
      "  4. validates from outside, as koalens validate does",
      "  5. compares the same labels with what the version before said of them",
      "  6. keeps the release, or puts the last validated image back and validates that",
      "",
      "With --alertmanager its alerts are silent meanwhile; SLACK_WEBHOOK_URL, a variable of the",
      "environment, names the channel that is told how it ended.",
      "",
      "Every deployment leaves a record, also when it is interrupted; the next one reads it.",
      "A roll-back takes back the image and fly.toml, not the database and not secrets."
    },
    mixinStandardHelpOptions = true,
    // Nothing that was typed wrong may look like a release that ended.
    exitCodeOnInvalidInput = 3,
    exitCodeOnExecutionException = 2,
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {
      "0:the new version answers, and rightly",
      "1:it did not; the version before answers again",
      "2:neither answers rightly: a person is needed now",
      "3:refused before anything was deployed; wrong usage too",
      "4:it answers rightly, but something could not be told"
    },
    footerHeading = "%nExamples:%n",
    footer = {
      "  koalens deploy staging --dry-run",
      "  koalens deploy staging --require-secret ADMIN_KEY"
    })
final class Deploy implements Callable<Integer> {
  @Mixin private ReleaseOptions options = new ReleaseOptions();

  @Parameters(paramLabel = "ENVIRONMENT", description = "staging or production.")
  private String environment = "";

  @Option(
      names = "--alerts",
      paramLabel = "FILE",
      defaultValue = "deploy/monitoring/staging-alerts.yaml",
      description = "The alerts of the environment (${DEFAULT-VALUE}).")
  private Path alerts = Path.of("");

  @Override
  public Integer call() throws IOException, InterruptedException {
    FlyConfig config = options.config(environment);
    Fly fly = options.fly();
    var preflight = new Preflight(Path.of("").toAbsolutePath(), config, alerts);
    if (!passes(preflight, config, fly)) {
      options.say("refused: nothing was deployed");
      return Ending.REFUSED.exitCode();
    }
    var shipment = new Shipment.WorkingTree(preflight.commit());
    if (options.explain() || options.dryRun()) {
      explain(shipment, fly, config);
    }
    return options.dryRun()
        ? Ending.KEPT.exitCode()
        : options.run(environment, config, shipment, "asked for");
  }

  private boolean passes(Preflight preflight, FlyConfig config, Fly fly)
      throws InterruptedException {
    boolean passed = true;
    for (Preflight.Check check : preflight.offline()) {
      passed &= options.passes(check);
    }
    return passed && (options.dryRun() || options.hasSecrets(config, fly));
  }

  private void explain(Shipment shipment, Fly fly, FlyConfig config) {
    options.say("by hand:");
    options.say("  " + shipment.line(fly, config));
    options.say("  curl -fsS " + options.base(config) + "/version   # commit " + shipment.commit());
    options.say(
        "  koalens validate %s --environment %s --metrics private --commit %s"
            .formatted(options.base(config), environment, shipment.commit()));
    options.say("if that fails:");
    options.say("  fly releases --app %s --image --json".formatted(config.app()));
    options.say(
        "  fly deploy --app %s --image IMAGE --strategy immediate --skip-release-command --yes"
            .formatted(config.app()));
  }
}
