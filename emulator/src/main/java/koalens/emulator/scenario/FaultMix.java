package koalens.emulator.scenario;

import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/// How often which fault happens.
///
/// @param shares fault → share of the calls, 0 to 1; together at most 1
public record FaultMix(Map<Fault, Double> shares) {
  /// Nothing fails.
  public static final FaultMix NONE = new FaultMix(Map.of());

  private static final double ROUNDING = 1e-9;

  /// Copies the map, in its order.
  ///
  /// @throws IllegalArgumentException when a share, or their sum, is not within 0 to 1
  public FaultMix {
    shares = Collections.unmodifiableMap(new LinkedHashMap<>(shares));
    double sum = shares.values().stream().mapToDouble(share -> share).sum();
    if (!(sum <= 1 + ROUNDING) || shares.values().stream().anyMatch(share -> !(share >= 0))) {
      throw new IllegalArgumentException(
          "the shares of all faults must be 0 or more and at most 1 together, not " + sum);
    }
  }

  /// These faults, alike often, together in this share of the calls.
  public static FaultMix even(double rate, Collection<? extends Fault> faults) {
    var shares = new LinkedHashMap<Fault, Double>();
    faults.forEach(fault -> shares.put(fault, rate / faults.size()));
    return new FaultMix(shares);
  }

  /// Every fault there is, alike often.
  public static FaultMix even(double rate) {
    return even(rate, Fault.all());
  }

  Optional<Fault> draw(Dice dice) {
    double at = dice.share();
    for (Map.Entry<Fault, Double> entry : shares.entrySet()) {
      at -= entry.getValue();
      if (at < 0) {
        return Optional.of(entry.getKey());
      }
    }
    return Optional.empty();
  }
}
