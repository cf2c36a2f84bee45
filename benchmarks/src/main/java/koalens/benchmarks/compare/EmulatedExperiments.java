package koalens.benchmarks.compare;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import koalens.backend.comparison.Decision;
import koalens.emulator.scenario.Accuracy;
import koalens.emulator.scenario.ErrorFault;
import koalens.emulator.scenario.FaultMix;
import koalens.emulator.scenario.Latency;
import koalens.emulator.scenario.Scenario;
import koalens.emulator.scenario.Truth;

/// How experiments end that are compared after every batch, with the emulator as known truth: how
/// often a provider that is no better is promoted, and how often one that is. Prints a row of a
/// Markdown table for each difference.
///
/// Arguments: experiments where the providers are alike (default 1000; 0 for none), where they
/// differ (200), analyses between looks (500), analyses at most (4000).
public final class EmulatedExperiments {
  private static final Accuracy USUAL = Accuracy.of(0.97, 0.002);

  private EmulatedExperiments() {}

  /// What is tried.
  ///
  /// @param name the difference
  /// @param claude how claude behaves; gemini is as usual
  private record Trial(String name, Scenario claude) {}

  /// Runs the experiments.
  public static void main(String[] arguments) {
    int alike = argument(arguments, 0, 1_000);
    int different = argument(arguments, 1, 200);
    int batch = argument(arguments, 2, 500);
    int most = argument(arguments, 3, 4_000);
    System.out.println(
        "| claude, beside a gemini that errs 3 %% of the time, answers in 500 ms and fails 0.5 %% | experiments | ended | half had decided after |%n|---|---|---|---|"
            .formatted());
    for (boolean paired : new boolean[] {true, false}) {
      String how = paired ? ", in pairs" : ", split";
      print(new Trial("alike" + how, usual()), paired, alike, batch, most);
      for (Trial trial : differences()) {
        print(new Trial(trial.name() + how, trial.claude()), paired, different, batch, most);
      }
    }
  }

  private static Scenario usual() {
    return Scenario.of(0)
        .withTruth(Truth.of(Map.of(), 1))
        .withAccuracy(USUAL)
        .withLatency(latency(500))
        .withFaults(failing(0.005));
  }

  private static List<Trial> differences() {
    return List.of(
        new Trial("errs 6 %", usual().withAccuracy(Accuracy.of(0.94, 0.002))),
        new Trial("errs 10 %", usual().withAccuracy(Accuracy.of(0.90, 0.002))),
        new Trial("says vegan of 3 % that are not", usual().withAccuracy(Accuracy.of(0.97, 0.03))),
        new Trial("takes 1.5 times as long", usual().withLatency(latency(750))),
        new Trial("fails 4 %", usual().withFaults(failing(0.04))));
  }

  private static Latency latency(long medianMillis) {
    return new Latency.LogNormal(Duration.ofMillis(medianMillis), 0.5);
  }

  private static FaultMix failing(double share) {
    return FaultMix.even(share, List.of(ErrorFault.values()));
  }

  private record Ended(String how, int analyses) {}

  private static void print(Trial trial, boolean paired, int runs, int batch, int most) {
    if (runs == 0) {
      return;
    }
    List<Ended> ends =
        LongStream.rangeClosed(1, runs)
            .parallel()
            .mapToObj(seed -> {
              var experiment = new EmulatedExperiment(usual(), trial.claude(), paired, seed);
              Decision decision = experiment.lookAfterEvery(batch, most);
              return new Ended(word(decision), experiment.analyses());
            })
            .toList();
    Map<String, Long> counts =
        new TreeMap<>(
            ends.stream().collect(Collectors.groupingBy(Ended::how, Collectors.counting())));
    System.out.printf("| %s | %d | %s | %s |%n", trial.name(), runs, counts, half(ends, runs));
  }

  private static String half(List<Ended> ends, int runs) {
    int[] decided =
        ends.stream()
            .filter(end -> !end.how().startsWith("KEEP"))
            .mapToInt(Ended::analyses)
            .sorted()
            .toArray();
    return decided.length * 2 < runs ? "not by the end" : decided[(runs - 1) / 2] + " analyses";
  }

  private static String word(Decision decision) {
    return switch (decision) {
      case Decision.Promote promote -> "PROMOTE " + promote.arm().word();
      case Decision.Equivalent _ -> "EQUIVALENT";
      case Decision.KeepCollecting _ -> "KEEP COLLECTING";
      case Decision.Invalid _ -> "INVALID";
      case Decision.TradeOff _ -> "TRADE-OFF";
    };
  }

  private static int argument(String[] arguments, int index, int standard) {
    return arguments.length > index ? Integer.parseInt(arguments[index]) : standard;
  }
}
