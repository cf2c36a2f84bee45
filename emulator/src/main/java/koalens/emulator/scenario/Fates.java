package koalens.emulator.scenario;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/// Draws what happens to each call. Thread-safe.
public final class Fates {
  private final Scenario scenario;
  private final long began = System.nanoTime();
  private final Map<Long, Long> occurrences = new ConcurrentHashMap<>();
  private final Deque<Optional<Fault>> forced = new ArrayDeque<>();

  /// Fates of this scenario, whose times count from now.
  public Fates(Scenario scenario) {
    this.scenario = scenario;
  }

  /// Decides for the next calls, one each, before the scenario does again.
  ///
  /// @param faults empty for a call that goes well
  public void force(List<Optional<Fault>> faults) {
    synchronized (forced) {
      forced.addAll(faults);
    }
  }

  /// The fate of a call with this content.
  public Fate draw(byte[] content) {
    long key = Dice.of(scenario.seed(), content, 0).number();
    long occurrence = occurrences.merge(key, 1L, Long::sum);
    Dice dice = Dice.of(scenario.seed(), content, occurrence);
    Duration now = Duration.ofNanos(System.nanoTime() - began);
    String id = dice.letters(16);
    Duration latency = scenario.latency().draw(dice);
    Optional<Fault> drawn = scenario.faults().draw(dice);
    Optional<Drift> drift =
        scenario.drifts().stream()
            .filter(one -> now.compareTo(one.from()) >= 0)
            .reduce((_, later) -> later);
    return new Fate(
        id,
        latency,
        fault(now, drawn),
        drift.map(Drift::accuracy).orElse(scenario.accuracy()),
        drift.map(Drift::model),
        dice);
  }

  private Optional<Fault> fault(Duration now, Optional<Fault> drawn) {
    synchronized (forced) {
      Optional<Fault> next = forced.poll();
      if (next != null) {
        return next;
      }
    }
    return outage(now).or(() -> drawn);
  }

  /// The fault of the outage that holds now, if one does.
  public Optional<Fault> outage() {
    return outage(Duration.ofNanos(System.nanoTime() - began));
  }

  private Optional<Fault> outage(Duration now) {
    return scenario.outages().stream()
        .filter(outage -> outage.holds(now))
        .findFirst()
        .map(Outage::fault);
  }
}
