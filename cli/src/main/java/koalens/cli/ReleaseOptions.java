package koalens.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import koalens.operations.fly.ConfigFault;
import koalens.operations.fly.Fly;
import koalens.operations.fly.FlyConfig;
import koalens.operations.release.Deployment;
import koalens.operations.release.Outside;
import koalens.operations.release.Preflight;
import koalens.operations.release.ReleaseHistory;
import koalens.operations.release.ReleaseRecord;
import koalens.operations.release.RequiredSecrets;
import koalens.operations.release.Shipment;
import koalens.operations.release.Silence;
import koalens.operations.release.SlackHook;
import koalens.operations.validation.Outcome;
import koalens.operations.validation.StepResult;
import koalens.operations.validation.Suite;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/// What `deploy` and `promote` both need to know.
final class ReleaseOptions {
  @Spec(Spec.Target.MIXEE)
  private CommandSpec spec = CommandSpec.create();

  @Option(
      names = "--config",
      paramLabel = "FILE",
      description = "The fly.toml (deploy/fly.ENVIRONMENT.toml).")
  private @Nullable Path config;

  @Option(names = "--url", description = "Where the environment answers (https://APP.fly.dev).")
  private @Nullable String address;

  @Option(
      names = "--fly",
      paramLabel = "PROGRAM",
      defaultValue = "fly",
      description = "The fly command (${DEFAULT-VALUE}).")
  private String program = "fly";

  @Option(
      names = "--state",
      paramLabel = "DIR",
      defaultValue = ".koalens/releases",
      description = "Where release records are kept (${DEFAULT-VALUE}).")
  private Path state = Path.of(".koalens/releases");

  @Option(names = "--steps", paramLabel = "FILE", description = "More steps for the validation.")
  private List<Path> steps = List.of();

  @Option(names = "--origin", description = "The page's origin, which may ask across origins.")
  private @Nullable String origin;

  @Option(
      names = "--fly-timeout",
      paramLabel = "SECONDS",
      defaultValue = "1200",
      description = "The longest a run of fly may take (${DEFAULT-VALUE}).")
  private int flyTimeout;

  @Option(
      names = "--identity-timeout",
      paramLabel = "SECONDS",
      defaultValue = "180",
      description = "How long the new version may take to answer (${DEFAULT-VALUE}).")
  private int identityTimeout;

  @Option(
      names = "--boot",
      paramLabel = "SECONDS",
      defaultValue = "75",
      description = "How long a machine may take to boot (${DEFAULT-VALUE}).")
  private int boot;

  @Option(
      names = "--alertmanager",
      paramLabel = "URL",
      description = "Silence its alerts of the environment until this is over.")
  private @Nullable URI alertmanager;

  @Mixin private MetricsOption metrics = new MetricsOption();

  @Option(
      names = "--require-secret",
      paramLabel = "NAME",
      description = "A secret that must be there at Fly, beside those that the fly.toml implies.")
  private Set<String> secrets = Set.of();

  @Option(names = "--explain", description = "Show the commands a person would type by hand.")
  private boolean explain;

  @Option(names = "--dry-run", description = "Look at everything, print the plan, touch nothing.")
  private boolean dryRun;

  boolean dryRun() {
    return dryRun;
  }

  boolean explain() {
    return explain;
  }

  FlyConfig config(String environment) throws IOException {
    Path file = config == null ? Path.of("deploy", "fly." + environment + ".toml") : config;
    if (!Files.isRegularFile(file)) {
      throw new ParameterException(
          spec.commandLine(),
          "there is no %s: deploy staging or production, or name the file with --config"
              .formatted(file));
    }
    return FlyConfig.read(file);
  }

  void print(List<ConfigFault> faults, FlyConfig config) {
    faults.forEach(fault -> out().println(fault.text(config.file().toString())));
  }

  boolean hasSecrets(FlyConfig config, Fly fly) throws InterruptedException {
    return passes(new RequiredSecrets(config, secrets).check(fly));
  }

  boolean passes(Preflight.Check check) {
    say("  %-7s %s".formatted(check.passed() ? "ok" : "FAILED", check.name()));
    check.faults().forEach(fault -> say("          " + fault));
    return check.passed();
  }

  Fly fly() {
    return new Fly(program, Duration.ofSeconds(flyTimeout), line -> say("  | " + line));
  }

  ReleaseHistory history(String environment) {
    return new ReleaseHistory(state, environment);
  }

  Outside outside(String environment, FlyConfig config) {
    var variables = new HashMap<String, String>();
    String allowed = origin == null ? firstOrigin(config.environment()) : origin;
    if (!allowed.isEmpty()) {
      variables.put("origin", allowed);
    }
    variables.putAll(metrics.values(config.environment().containsKey("METRICS_PORT")));
    return new Outside(
        base(config),
        environment,
        suite(),
        variables,
        Duration.ofSeconds(identityTimeout),
        Duration.ofSeconds(boot),
        this::print);
  }

  private static String firstOrigin(Map<String, String> environment) {
    return environment.getOrDefault("CORS_ORIGIN", "").split(",", 2)[0].strip();
  }

  URI base(FlyConfig config) {
    String where = address == null ? "https://" + config.app() + ".fly.dev" : address;
    return WebAddress.parse(where)
        .orElseThrow(() -> new ParameterException(spec.commandLine(), "--url wants https://host"));
  }

  /// Runs a deployment while its alerts are silent, and says how it ended: here, and in Slack where
  /// `SLACK_WEBHOOK_URL` is set.
  int run(String environment, FlyConfig config, Shipment shipment, String because)
      throws InterruptedException {
    var deployment =
        new Deployment(
            fly(), config, outside(environment, config), history(environment), this::say);
    String who = System.getProperty("user.name", "unknown");
    try (Silence _ =
        Silence.begin(
            Optional.ofNullable(alertmanager),
            environment,
            longest(),
            "deployment of " + shipment.commit(),
            this::say)) {
      ReleaseRecord record = deployment.run(shipment, who, because);
      tellSlack(record);
      return ReleaseSummary.print(record, this);
    }
  }

  // Sent, and put back if it must be, each with its waiting.
  private Duration longest() {
    return Duration.ofSeconds(2L * (flyTimeout + identityTimeout + boot)).plusMinutes(10);
  }

  private void tellSlack(ReleaseRecord record) throws InterruptedException {
    String hook = System.getenv().getOrDefault("SLACK_WEBHOOK_URL", "");
    if (hook.isBlank()) {
      return;
    }
    try {
      boolean told = new SlackHook(new URI(hook)).tell(record);
      say(told ? "Slack was told" : "Slack did not take it: is SLACK_WEBHOOK_URL right?");
    } catch (URISyntaxException | IllegalArgumentException e) {
      say("SLACK_WEBHOOK_URL is no address");
    }
  }

  private Suite suite() {
    Suite suite = Suite.standard();
    for (Path file : steps) {
      suite = suite.and(file);
    }
    return suite;
  }

  private void print(StepResult result) {
    String word =
        switch (result.outcome()) {
          case PASSED -> "ok";
          case FAILED -> "FAILED";
          case SKIPPED -> "skipped";
        };
    String reasons = result.reasons().isEmpty() ? "" : ": " + String.join("; ", result.reasons());
    say("  %-7s %s%s".formatted(word, result.name(), reasons));
    if (result.outcome() == Outcome.FAILED) {
      result.evidence().ifPresent(evidence -> say("          " + evidence.curl()));
    }
  }

  void say(String line) {
    out().println(line);
    out().flush();
  }

  private PrintWriter out() {
    return spec.commandLine().getOut();
  }
}
