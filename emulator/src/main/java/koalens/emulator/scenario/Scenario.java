package koalens.emulator.scenario;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/// How one emulated provider behaves. Given the same seed, a request of the same content has the
/// same fate in every run, the first, second, … time it comes. Immutable.
///
/// @param seed of everything that is drawn
/// @param latency time to the first byte
/// @param tokensPerSecond how fast the rest of a streamed answer comes; 0 for at once
/// @param faults how often what goes wrong
/// @param extremes how bad the worst faults get
/// @param truth what is true of every ingredient
/// @param accuracy how the model errs
/// @param outages when every call fails
/// @param drifts when another version of the model answers; the last begun holds
/// @param readings SHA-256 of an image or video in hex → the label text the model reads in it; `*`
///   stands for all others
/// @param fileProcessing how long an uploaded file is in processing
/// @param fileFaultRate share of the uploaded files that cannot be processed, 0 to 1
public record Scenario(
    long seed,
    Latency latency,
    int tokensPerSecond,
    FaultMix faults,
    Extremes extremes,
    Truth truth,
    Accuracy accuracy,
    List<Outage> outages,
    List<Drift> drifts,
    Map<String, String> readings,
    Duration fileProcessing,
    double fileFaultRate) {

  /// Copies the lists and the map.
  public Scenario {
    outages = List.copyOf(outages);
    drifts = List.copyOf(drifts);
    readings = Map.copyOf(readings);
  }

  /// A provider that is fast, always right and never fails.
  public static Scenario of(long seed) {
    return new Scenario(
        seed,
        Latency.NONE,
        0,
        FaultMix.NONE,
        Extremes.STANDARD,
        Truth.of(Map.of(), 0),
        Accuracy.PERFECT,
        List.of(),
        List.of(),
        Map.of(),
        Duration.ofMillis(200),
        0);
  }

  /// The same with another seed.
  public Scenario withSeed(long seed) {
    return with(draft -> draft.seed = seed);
  }

  /// The same with another latency.
  public Scenario withLatency(Latency latency) {
    return with(draft -> draft.latency = latency);
  }

  /// The same with another speed of streamed answers.
  public Scenario withTokensPerSecond(int tokensPerSecond) {
    return with(draft -> draft.tokensPerSecond = tokensPerSecond);
  }

  /// The same with other faults.
  public Scenario withFaults(FaultMix faults) {
    return with(draft -> draft.faults = faults);
  }

  /// The same with other extremes.
  public Scenario withExtremes(Extremes extremes) {
    return with(draft -> draft.extremes = extremes);
  }

  /// The same in another world.
  public Scenario withTruth(Truth truth) {
    return with(draft -> draft.truth = truth);
  }

  /// The same with a model that errs otherwise.
  public Scenario withAccuracy(Accuracy accuracy) {
    return with(draft -> draft.accuracy = accuracy);
  }

  /// The same with other outages.
  public Scenario withOutages(List<Outage> outages) {
    return with(draft -> draft.outages = outages);
  }

  /// The same with other model versions.
  public Scenario withDrifts(List<Drift> drifts) {
    return with(draft -> draft.drifts = drifts);
  }

  /// The same with other known images and videos.
  public Scenario withReadings(Map<String, String> readings) {
    return with(draft -> draft.readings = readings);
  }

  /// The same with another time of processing for uploaded files.
  public Scenario withFileProcessing(Duration fileProcessing) {
    return with(draft -> draft.fileProcessing = fileProcessing);
  }

  /// The same with another share of uploaded files that cannot be processed.
  public Scenario withFileFaultRate(double fileFaultRate) {
    return with(draft -> draft.fileFaultRate = fileFaultRate);
  }

  private Scenario with(Consumer<Draft> change) {
    var draft = new Draft(this);
    change.accept(draft);
    return draft.scenario();
  }

  /// A scenario of which one part changes.
  private static final class Draft {
    private long seed;
    private Latency latency;
    private int tokensPerSecond;
    private FaultMix faults;
    private Extremes extremes;
    private Truth truth;
    private Accuracy accuracy;
    private List<Outage> outages;
    private List<Drift> drifts;
    private Map<String, String> readings;
    private Duration fileProcessing;
    private double fileFaultRate;

    Draft(Scenario from) {
      this.seed = from.seed;
      this.latency = from.latency;
      this.tokensPerSecond = from.tokensPerSecond;
      this.faults = from.faults;
      this.extremes = from.extremes;
      this.truth = from.truth;
      this.accuracy = from.accuracy;
      this.outages = from.outages;
      this.drifts = from.drifts;
      this.readings = from.readings;
      this.fileProcessing = from.fileProcessing;
      this.fileFaultRate = from.fileFaultRate;
    }

    Scenario scenario() {
      return new Scenario(
          seed,
          latency,
          tokensPerSecond,
          faults,
          extremes,
          truth,
          accuracy,
          outages,
          drifts,
          readings,
          fileProcessing,
          fileFaultRate);
    }
  }
}
