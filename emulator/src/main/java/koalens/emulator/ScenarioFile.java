package koalens.emulator;

import java.time.Duration;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import koalens.emulator.scenario.Accuracy;
import koalens.emulator.scenario.Drift;
import koalens.emulator.scenario.Extremes;
import koalens.emulator.scenario.Fault;
import koalens.emulator.scenario.FaultMix;
import koalens.emulator.scenario.Latency;
import koalens.emulator.scenario.Outage;
import koalens.emulator.scenario.Scenario;
import koalens.emulator.scenario.Truth;
import koalens.emulator.scenario.VeganStatus;
import koalens.emulator.wire.Json;

/// Reads a rehearsal for both providers from JSON; what a file leaves out keeps its default. Its
/// fields: docs/reference/emulator.md.
public final class ScenarioFile {
  private static final Set<String> FILE = Set.of("seed", "truth", "gemini", "anthropic");
  private static final Set<String> PROVIDER =
      Set.of(
          "latency",
          "tokensPerSecond",
          "faults",
          "faultRate",
          "extremes",
          "accuracy",
          "falseVegan",
          "confusion",
          "outages",
          "drifts",
          "readings",
          "fileProcessingMs",
          "fileFaultRate");
  private static final double DAY = 86_400;
  private static final long HOUR_MS = 3_600_000;

  private ScenarioFile() {}

  /// The scenario of each provider.
  ///
  /// @throws IllegalArgumentException naming the field that cannot be used, and the mend
  public static Map<Provider, Scenario> read(String json) {
    var file =
        new Section(
                "",
                Json.read(json)
                    .orElseThrow(() -> new IllegalArgumentException("the scenario is not JSON")))
            .only(FILE);
    long seed = file.whole("seed", 1, Long.MIN_VALUE + 1, Long.MAX_VALUE);
    Scenario base = Scenario.of(seed).withTruth(truth(file, seed));
    var scenarios = new EnumMap<Provider, Scenario>(Provider.class);
    for (Provider provider : Provider.values()) {
      scenarios.put(
          provider,
          file.section(provider.word()).map(section -> scenario(section, base)).orElse(base));
    }
    return scenarios;
  }

  private static Truth truth(Section file, long seed) {
    var known = new HashMap<String, VeganStatus>();
    file.section("truth")
        .ifPresent(table ->
            table
                .node()
                .propertyNames()
                .forEach(name -> known.put(name, table.value(name, VeganStatus::find, "status"))));
    return Truth.of(known, seed);
  }

  private static Scenario scenario(Section section, Scenario base) {
    section.only(PROVIDER);
    return base.withLatency(
            section.section("latency").map(ScenarioFile::latency).orElse(base.latency()))
        .withTokensPerSecond((int) section.whole("tokensPerSecond", 0, 0, 1_000_000))
        .withFaults(faults(section))
        .withExtremes(
            section.section("extremes").map(ScenarioFile::extremes).orElse(base.extremes()))
        .withAccuracy(accuracy(section))
        .withOutages(section.sections("outages").stream().map(ScenarioFile::outage).toList())
        .withDrifts(section.sections("drifts").stream().map(ScenarioFile::drift).toList())
        .withReadings(section.section("readings").map(ScenarioFile::readings).orElse(Map.of()))
        .withFileProcessing(milliseconds(section, "fileProcessingMs", 200))
        .withFileFaultRate(section.number("fileFaultRate", 0, 0, 1));
  }

  private static Duration milliseconds(Section section, String name, long standard) {
    return Duration.ofMillis(section.whole(name, standard, 0, HOUR_MS));
  }

  private static Latency latency(Section section) {
    section.only(Set.of("fixedMs", "medianMs", "spread"));
    return section.has("fixedMs")
        ? new Latency.Fixed(milliseconds(section, "fixedMs", 0))
        : new Latency.LogNormal(
            milliseconds(section, "medianMs", 800), section.number("spread", 0.5, 0, 5));
  }

  private static FaultMix faults(Section section) {
    Optional<Section> named = section.section("faults");
    if (named.isEmpty()) {
      return FaultMix.even(section.number("faultRate", 0, 0, 1));
    }
    var shares = new LinkedHashMap<Fault, Double>();
    named
        .get()
        .keyed(Fault::find, "fault")
        .forEach((fault, name) -> shares.put(fault, named.get().number(name, 0, 0, 1)));
    return new FaultMix(shares);
  }

  private static Extremes extremes(Section section) {
    section.only(Set.of("hangMs", "dripPauseMs", "oversizedBytes"));
    Extremes standard = Extremes.STANDARD;
    return new Extremes(
        milliseconds(section, "hangMs", standard.hang().toMillis()),
        milliseconds(section, "dripPauseMs", standard.dripPause().toMillis()),
        (int) section.whole("oversizedBytes", standard.oversizedBytes(), 0, Integer.MAX_VALUE));
  }

  private static Accuracy accuracy(Section section) {
    return section
        .section("confusion")
        .map(ScenarioFile::confusion)
        .orElseGet(() -> {
          double right = section.number("accuracy", 1, 0, 1);
          return Accuracy.of(right, section.number("falseVegan", 0, 0, 1));
        });
  }

  private static Accuracy confusion(Section section) {
    var rows = new EnumMap<VeganStatus, Map<VeganStatus, Double>>(VeganStatus.class);
    for (VeganStatus status : VeganStatus.values()) {
      rows.put(status, Map.of(status, 1.0));
    }
    section
        .keyed(VeganStatus::find, "status")
        .forEach((truth, name) -> rows.put(truth, row(section.section(name).orElseThrow())));
    return new Accuracy(rows);
  }

  private static Map<VeganStatus, Double> row(Section section) {
    var row = new EnumMap<VeganStatus, Double>(VeganStatus.class);
    section
        .keyed(VeganStatus::find, "status")
        .forEach((said, name) -> row.put(said, section.number(name, 0, 0, 1)));
    return row;
  }

  private static Outage outage(Section section) {
    section.only(Set.of("fromSeconds", "seconds", "fault"));
    return new Outage(
        seconds(section, "fromSeconds"),
        seconds(section, "seconds"),
        section.value("fault", Fault::find, "fault"));
  }

  private static Duration seconds(Section section, String name) {
    return Duration.ofMillis(Math.round(section.number(name, 0, 0, DAY) * 1000));
  }

  private static Drift drift(Section section) {
    section.only(Set.of("fromSeconds", "model", "accuracy", "falseVegan", "confusion"));
    return new Drift(seconds(section, "fromSeconds"), section.text("model"), accuracy(section));
  }

  private static Map<String, String> readings(Section section) {
    var readings = new HashMap<String, String>();
    section.node().propertyNames().forEach(hash -> readings.put(hash, section.text(hash)));
    return readings;
  }
}
