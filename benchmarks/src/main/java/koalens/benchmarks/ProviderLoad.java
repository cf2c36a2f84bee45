package koalens.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import koalens.emulator.Emulator;
import koalens.emulator.Provider;
import koalens.emulator.scenario.Latency;
import koalens.emulator.scenario.Scenario;

/// What KoaLens adds to a call of a provider: the time from sending an analysis to its answer,
/// minus the time the emulated provider took to serve it. In between lie two hops of HTTP, the
/// engine, the prompt, the schema check, the cost, the lines of the AI log in a file, and the
/// ledger.
///
/// Calls leave at a fixed rate, whether those before are answered or not; `max` keeps as many under
/// way as a provider's bulkhead takes. Before, calls go until the code is warm, as it is in all but
/// the first minutes of a server's life: until the compilers take less than a tenth of the server's
/// processor time, and no longer than three minutes. Beside the times stands the server's processor
/// time a call, which a busy machine disturbs less, and the compilers' beside it. Arguments:
/// seconds a rate (default 20), then rates (100, 1000, max).
public final class ProviderLoad {
  private static final Duration SERVICE = Duration.ofMillis(10);
  // So that a cold server is not overrun.
  private static final int ONE_BY_ONE = 200;
  private static final int WARM_UP_SECONDS = 10;
  private static final int WARM_UP_ROUNDS = 18;
  private static final double WARM = 0.1;

  private ProviderLoad() {}

  /// Runs the benchmark and prints its figures.
  public static void main(String[] arguments) throws IOException, InterruptedException {
    int seconds = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 20;
    List<String> rates =
        arguments.length > 1
            ? Arrays.asList(arguments).subList(1, arguments.length)
            : List.of("100", "1000", "max");
    Scenario scenario = Scenario.of(1).withLatency(new Latency.Fixed(SERVICE));
    Path logs = Files.createTempDirectory("koalens-provider-load");
    try (Emulator gemini = Emulator.start(Provider.GEMINI, scenario, 0);
        Emulator claude = Emulator.start(Provider.ANTHROPIC, scenario, 0);
        ServerProcess server =
            ServerProcess.start(List.of("-Xmx1g"), settings(logs, gemini, claude))) {
      for (Emulator emulator : List.of(gemini, claude)) {
        var calls = new ProviderCalls(server.koalens(), name(emulator), logs);
        System.out.printf(
            Locale.ROOT,
            "%-6s first call of the process %.0f ms%n",
            name(emulator),
            calls.oneByOne(ONE_BY_ONE) / 1e6);
        warmUp(emulator, server, calls);
        for (String rate : rates) {
          var used = Used.of(server);
          ProviderCalls.Round round = calls.run(rate(rate), seconds);
          print(emulator, rate, round.added(emulator.served()), Used.of(server).since(used, round));
        }
      }
    }
  }

  private static void warmUp(Emulator emulator, ServerProcess server, ProviderCalls calls)
      throws IOException, InterruptedException {
    int sent = 0;
    for (int i = 0; i < WARM_UP_ROUNDS; i++) {
      var before = Used.of(server);
      ProviderCalls.Round round = calls.run(Optional.empty(), WARM_UP_SECONDS);
      sent += round.nanos().size();
      Used a = Used.of(server).since(before, round);
      System.out.printf(
          Locale.ROOT,
          "%-6s warming up: %d calls, compilers %.0f %% of the processor time%n",
          name(emulator),
          sent,
          100 * a.compilers() / a.all());
      if (a.compilers() < WARM * a.all()) {
        return;
      }
    }
  }

  /// Processor time of the server, in milliseconds.
  ///
  /// @param all all of it
  /// @param compilers its compilers' part
  private record Used(double all, double compilers) {
    static Used of(ServerProcess server) throws IOException {
      return new Used(server.processorNanos() / 1e6, server.compilerNanos() / 1e6);
    }

    /// Of each call of a round that began with these.
    Used since(Used before, ProviderCalls.Round round) {
      int calls = Math.max(1, round.nanos().size());
      return new Used((all - before.all) / calls, (compilers - before.compilers) / calls);
    }
  }

  private static Map<String, String> settings(Path logs, Emulator gemini, Emulator claude) {
    return Map.of(
        "LOG_DIR", logs.toString(),
        // The calls are looked up in one file.
        "LOG_FILE_MEGABYTES", "100000",
        "LOG_TOTAL_MEGABYTES", "100000",
        "GEMINI_API_KEY", "key-for-emulators",
        "ANTHROPIC_API_KEY", "key-for-emulators",
        "GEMINI_BASE_URL", gemini.baseUrl(),
        "ANTHROPIC_BASE_URL", claude.baseUrl());
  }

  private static String name(Emulator emulator) {
    return switch (emulator.provider()) {
      case GEMINI -> "gemini";
      case ANTHROPIC -> "claude";
    };
  }

  private static Optional<Integer> rate(String rate) {
    return rate.equals("max") ? Optional.empty() : Optional.of(Integer.parseInt(rate));
  }

  private static void print(Emulator emulator, String rate, ProviderCalls.Added added, Used a) {
    System.out.printf(
        Locale.ROOT,
        "%-6s asked %-5s got %5.0f/s  added p50 %.2f p99 %.2f ms  cpu %.2f ms, compilers %.2f"
            + "  (%d of %d answered by it)%n",
        name(emulator),
        rate,
        added.perSecond(),
        added.p50(),
        added.p99(),
        a.all(),
        a.compilers(),
        added.matched(),
        added.sent());
  }
}
