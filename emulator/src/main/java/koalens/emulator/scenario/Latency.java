package koalens.emulator.scenario;

import java.time.Duration;

/// How long a provider takes.
public sealed interface Latency {
  /// At once.
  Latency NONE = new Fixed(Duration.ZERO);

  /// The time to the first byte of an answer.
  Duration draw(Dice dice);

  /// Always the same.
  ///
  /// @param time to the first byte
  record Fixed(Duration time) implements Latency {
    @Override
    public Duration draw(Dice dice) {
      return time;
    }
  }

  /// Log-normal, as waiting for a model is: most calls near the median, a long tail.
  ///
  /// @param median time to the first byte that half of the calls stay below
  /// @param spread standard deviation of the time's logarithm; 0.5 puts the 99th of 100 at 3.2
  ///   times the median
  record LogNormal(Duration median, double spread) implements Latency {
    @Override
    public Duration draw(Dice dice) {
      return Duration.ofNanos(Math.round(median.toNanos() * Math.exp(spread * dice.gaussian())));
    }
  }
}
