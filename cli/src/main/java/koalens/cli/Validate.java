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
import java.util.Set;
import java.util.concurrent.Callable;
import koalens.operations.validation.Outcome;
import koalens.operations.validation.ReportFormat;
import koalens.operations.validation.StepResult;
import koalens.operations.validation.Suite;
import koalens.operations.validation.SuiteFault;
import koalens.operations.validation.Target;
import koalens.operations.validation.Validation;
import koalens.operations.validation.ValidationReport;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// `koalens validate`.
@Command(
    name = "validate",
    description = {
      "Asks a running server from outside and says whether its answers are right.",
      "",
      "Health, readiness, version, known verdicts, error forms, limits, origins, TLS, compression",
      "and latency; photo, film and both providers where the server offers them. While a machine",
      "boots it waits. What fails is shown as a curl line with the answer.",
      "",
      "A step that needs a value nobody gave (--origin, --commit, …) is skipped and says so."
    },
    mixinStandardHelpOptions = true,
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {
      "0:every step passed or does not apply",
      "1:a step failed, or none applied",
      "2:wrong usage, or a steps file that cannot be used"
    },
    footerHeading = "%nExamples:%n",
    footer = {
      "  koalens validate http://localhost:8080",
      "  koalens validate https://koalens-backend-staging.fly.dev --environment staging \\",
      "    --origin https://staging.koalens-app.com --commit \"$(git rev-parse HEAD)\" \\",
      "    --junit validation.xml --html validation.html"
    })
final class Validate implements Callable<Integer> {
  @Spec private CommandSpec spec = CommandSpec.create();

  @Parameters(paramLabel = "URL", description = "Where the server listens.")
  private String address = "";

  @Option(names = "--steps", paramLabel = "FILE", description = "More steps, after the standard.")
  private List<Path> steps = List.of();

  @Option(names = "--origin", description = "The page's origin, which may ask across origins.")
  private @Nullable String origin;

  @Option(names = "--commit", description = "The commit that must answer, whole or its beginning.")
  private @Nullable String commit;

  @Option(names = "--environment", description = "The environment the server must say it is.")
  private @Nullable String environment;

  @Mixin private MetricsOption metrics = new MetricsOption();

  @Option(names = "--providers", description = "Also ask Gemini and Claude: costs two calls.")
  private boolean providers;

  @Option(
      names = "--set",
      paramLabel = "NAME=VALUE",
      description = "A value for ${NAME} in steps; reports show it.")
  private Map<String, String> variables = Map.of();

  @Option(
      names = "--secret",
      paramLabel = "NAME",
      description = "A value for ${NAME} in steps from the environment; reports hide it.")
  private Set<String> secrets = Set.of();

  @Option(
      names = "--boot",
      paramLabel = "SECONDS",
      defaultValue = "75",
      description = "How long to wait for a machine to boot (${DEFAULT-VALUE}).")
  private int boot;

  @Option(
      names = "--timeout",
      paramLabel = "SECONDS",
      defaultValue = "60",
      description = "The longest wait for one answer (${DEFAULT-VALUE}).")
  private int timeout;

  @Option(
      names = "--retries",
      defaultValue = "2",
      description = "How often a lost connection, 502, 503 or 504 is tried again.")
  private int retries;

  @Option(names = "--json", paramLabel = "FILE", description = "Write the report for programs.")
  private @Nullable Path json;

  @Option(names = "--junit", paramLabel = "FILE", description = "… for build servers.")
  private @Nullable Path junit;

  @Option(names = "--html", paramLabel = "FILE", description = "… for people, as a page.")
  private @Nullable Path html;

  @Override
  public Integer call() throws IOException, InterruptedException {
    Suite suite = suite();
    try (var validation = new Validation(target())) {
      ValidationReport report = validation.run(suite, this::print);
      out().println(report.summary());
      write(report);
      return report.passed() ? ExitCode.DONE : ExitCode.FAILED;
    }
  }

  private Suite suite() {
    try {
      Suite suite = Suite.standard();
      for (Path file : steps) {
        suite = suite.and(file);
      }
      return suite;
    } catch (SuiteFault fault) {
      throw new ParameterException(spec.commandLine(), String.valueOf(fault.getMessage()));
    }
  }

  private Target target() {
    try {
      return new Target(
          new URI(address),
          values(),
          secrets,
          Duration.ofSeconds(timeout),
          Duration.ofSeconds(boot),
          retries);
    } catch (URISyntaxException | IllegalArgumentException e) {
      throw new ParameterException(spec.commandLine(), "URL: " + e.getMessage());
    }
  }

  private Map<String, String> values() {
    var values = new HashMap<>(variables);
    put(values, "origin", origin);
    put(values, "commit", commit);
    put(values, "environment", environment);
    values.putAll(metrics.values(false));
    put(values, "providers", providers ? "both" : null);
    secrets.forEach(name -> put(values, name, System.getenv(name)));
    return values;
  }

  private static void put(Map<String, String> values, String name, @Nullable String value) {
    if (value != null) {
      values.put(name, value);
    }
  }

  private void print(StepResult result) {
    String reasons = result.reasons().isEmpty() ? "" : ": " + String.join("; ", result.reasons());
    out().printf("  %-7s %s%s%n", word(result.outcome()), result.name(), reasons);
    result.evidence().ifPresent(this::print);
    out().flush();
  }

  private void print(StepResult.Evidence evidence) {
    out().println("          " + evidence.curl());
    if (evidence.status() != 0) {
      out().println("          status " + evidence.status());
      evidence.body().lines().forEach(line -> out().println("          " + line));
    }
  }

  private static String word(Outcome outcome) {
    return switch (outcome) {
      case PASSED -> "ok";
      case FAILED -> "FAILED";
      case SKIPPED -> "skipped";
    };
  }

  private void write(ValidationReport report) throws IOException {
    write(report, ReportFormat.JSON, json);
    write(report, ReportFormat.JUNIT, junit);
    write(report, ReportFormat.HTML, html);
  }

  private static void write(ValidationReport report, ReportFormat format, @Nullable Path file)
      throws IOException {
    if (file != null) {
      Files.writeString(file, format.write(report));
    }
  }

  private PrintWriter out() {
    return spec.commandLine().getOut();
  }
}
