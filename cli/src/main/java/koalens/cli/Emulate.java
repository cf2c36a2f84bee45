package koalens.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import koalens.emulator.CallLog;
import koalens.emulator.Emulator;
import koalens.emulator.Provider;
import koalens.emulator.ScenarioFile;
import koalens.emulator.scenario.Accuracy;
import koalens.emulator.scenario.FaultMix;
import koalens.emulator.scenario.Latency;
import koalens.emulator.scenario.Scenario;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/// `koalens emulate`.
@Command(
    name = "emulate",
    description = {
      "Plays Google Gemini and Anthropic Claude on this machine, until it is stopped.",
      "",
      "For rehearsals: no key, no network, no cost. The answers obey the providers' wire formats;",
      "how fast, how faulty and how right they are is drawn from a seed, so that a comparison's",
      "truth is known. Every answer says in a header that it is emulated, and a server in",
      "production refuses to use it.",
      "",
      "Prints the settings that let a server use it, one a line, then says on the error stream",
      "that it listens. A scenario file sets more than the options do, and instead of them: see",
      "docs/reference/emulator.md."
    },
    mixinStandardHelpOptions = true,
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {
      "0:stopped",
      "1:a port is taken, or the scenario cannot be used",
      "2:wrong usage"
    },
    footerHeading = "%nExamples:%n",
    footer = {
      "  koalens emulate",
      "  koalens emulate --seed 7 --gemini-accuracy 0.96 --claude-accuracy 0.98 --fault-rate 0.2",
      "  koalens emulate --scenario rehearsal.json --record calls.jsonl"
    })
final class Emulate implements Callable<Integer> {
  private static final int GREATEST_PORT = 65_535;
  private static final long HOUR_MS = 3_600_000;
  private static final double ROUNDING = 1e-9;

  @Spec private CommandSpec spec = CommandSpec.create();

  @Option(
      names = "--gemini-port",
      paramLabel = "PORT",
      description = "Where Gemini listens; 0 for any free port (default ${DEFAULT-VALUE}).",
      defaultValue = "8091")
  private int geminiPort;

  @Option(
      names = "--claude-port",
      paramLabel = "PORT",
      description = "Where Claude listens; 0 for any free port (default ${DEFAULT-VALUE}).",
      defaultValue = "8092")
  private int claudePort;

  @Option(
      names = "--seed",
      description = "Of everything that is drawn (default ${DEFAULT-VALUE}).",
      defaultValue = "1")
  private long seed;

  @Option(
      names = "--gemini-accuracy",
      paramLabel = "SHARE",
      description = "How often Gemini is right, 0 to 1 (default ${DEFAULT-VALUE}).",
      defaultValue = "1")
  private double geminiAccuracy;

  @Option(
      names = "--claude-accuracy",
      paramLabel = "SHARE",
      description = "How often Claude is right, 0 to 1 (default ${DEFAULT-VALUE}).",
      defaultValue = "1")
  private double claudeAccuracy;

  @Option(
      names = "--false-vegan",
      paramLabel = "SHARE",
      description = {
        "How often either says vegan of what is not, 0 to 1 − accuracy",
        "(default ${DEFAULT-VALUE})."
      },
      defaultValue = "0")
  private double falseVegan;

  @Option(
      names = "--fault-rate",
      paramLabel = "SHARE",
      description =
          "How many of the calls fail, every way there is alike (default ${DEFAULT-VALUE}).",
      defaultValue = "0")
  private double faultRate;

  @Option(
      names = "--latency-ms",
      paramLabel = "MS",
      description = "Median time to an answer, with a long tail (default ${DEFAULT-VALUE}).",
      defaultValue = "0")
  private long latencyMs;

  @Option(names = "--scenario", paramLabel = "FILE", description = "A scenario file instead.")
  private @Nullable Path scenario;

  @Option(
      names = "--record",
      paramLabel = "FILE",
      description = "Add every call to this file, one JSON object a line.")
  private @Nullable Path record;

  @Override
  public Integer call() throws IOException {
    Map<Provider, Scenario> scenarios = scenarios();
    try (CallLog log = record == null ? CallLog.none() : CallLog.to(record);
        Emulator gemini = start(Provider.GEMINI, scenarios, geminiPort, log);
        Emulator claude = start(Provider.ANTHROPIC, scenarios, claudePort, log)) {
      print(gemini);
      print(claude);
      spec.commandLine().getErr().println("Both providers are emulated (stop with Ctrl-C)");
      spec.commandLine().getErr().flush();
      awaitStop();
      return ExitCode.DONE;
    }
  }

  private static Emulator start(
      Provider provider, Map<Provider, Scenario> scenarios, int port, CallLog log) {
    return Emulator.start(
        provider, scenarios.getOrDefault(provider, Scenario.of(1)), port, log::add);
  }

  private Map<Provider, Scenario> scenarios() throws IOException {
    requirePort("--gemini-port", geminiPort);
    requirePort("--claude-port", claudePort);
    if (scenario != null) {
      return ScenarioFile.read(Files.readString(scenario));
    }
    requireShares();
    require(
        latencyMs >= 0 && latencyMs <= HOUR_MS,
        "--latency-ms is a median from 0 to %d, an hour, not %d".formatted(HOUR_MS, latencyMs));
    var scenarios = new EnumMap<Provider, Scenario>(Provider.class);
    scenarios.put(Provider.GEMINI, scenario(geminiAccuracy));
    scenarios.put(Provider.ANTHROPIC, scenario(claudeAccuracy));
    return scenarios;
  }

  private void requireShares() {
    requireShare("--gemini-accuracy", geminiAccuracy);
    requireShare("--claude-accuracy", claudeAccuracy);
    requireShare("--fault-rate", faultRate);
    double left = 1 - Math.max(geminiAccuracy, claudeAccuracy);
    require(
        falseVegan >= 0 && falseVegan <= left + ROUNDING,
        "--false-vegan is a share from 0 to what the accuracies leave, %s: lower one of them; it is %s"
            .formatted(left, falseVegan));
  }

  private void requireShare(String option, double share) {
    require(share >= 0 && share <= 1, option + " is a share from 0 to 1, not " + share);
  }

  private void requirePort(String option, int port) {
    require(
        port >= 0 && port <= GREATEST_PORT,
        "%s is a port from 0 (any free one) to %d, not %d".formatted(option, GREATEST_PORT, port));
  }

  private void require(boolean holds, String rule) {
    if (!holds) {
      throw new ParameterException(spec.commandLine(), rule);
    }
  }

  private Scenario scenario(double accuracy) {
    Latency latency =
        latencyMs == 0 ? Latency.NONE : new Latency.LogNormal(Duration.ofMillis(latencyMs), 0.5);
    return Scenario.of(seed)
        .withLatency(latency)
        .withFaults(FaultMix.even(faultRate))
        .withAccuracy(Accuracy.of(accuracy, falseVegan));
  }

  private void print(Emulator emulator) {
    PrintWriter out = spec.commandLine().getOut();
    Provider provider = emulator.provider();
    out.printf("%s=%s%n", provider.baseUrlVariable(), emulator.baseUrl());
    out.printf("%s=key-for-emulators%n", provider.keyVariable());
    out.flush();
  }

  // Until the process ends, or who runs this asks for it.
  private static void awaitStop() {
    try {
      new CountDownLatch(1).await();
    } catch (InterruptedException e) {
      // Asked to stop: the call returns, and what is open closes.
    }
  }
}
