package koalens.emulator.scenario;

import java.util.Arrays;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/// How a model errs: for what is true, how often it says what.
///
/// @param said what is true → what is said → share, 0 to 1; each row sums to 1
public record Accuracy(Map<VeganStatus, Map<VeganStatus, Double>> said) {
  /// Always right.
  public static final Accuracy PERFECT = of(1, 0);

  private static final double ROUNDING = 1e-9;

  /// Copies the rows.
  ///
  /// @throws IllegalArgumentException when a row is missing or is no distribution
  public Accuracy {
    var rows = new EnumMap<VeganStatus, Map<VeganStatus, Double>>(VeganStatus.class);
    for (VeganStatus truth : VeganStatus.values()) {
      rows.put(truth, row(truth, said.getOrDefault(truth, Map.of())));
    }
    said = Collections.unmodifiableMap(rows);
  }

  private static Map<VeganStatus, Double> row(VeganStatus truth, Map<VeganStatus, Double> shares) {
    double sum = shares.values().stream().mapToDouble(share -> share).sum();
    boolean shareable = shares.values().stream().allMatch(share -> share >= 0);
    if (!shareable || Math.abs(sum - 1) > ROUNDING) {
      throw new IllegalArgumentException(
          "what is said of %s must have shares of 0 or more that sum to 1, not %s"
              .formatted(truth.word(), sum));
    }
    return Collections.unmodifiableMap(new EnumMap<>(shares));
  }

  /// Right in one share of the cases; in another it says vegan of what is not; the other errors are
  /// alike often.
  ///
  /// @param right share of right answers, 0 to 1
  /// @param falseVegan share of "vegan" among what is not vegan, 0 to 1 − right
  public static Accuracy of(double right, double falseVegan) {
    if (!(right >= 0 && right <= 1 && falseVegan >= 0 && falseVegan <= 1 - right + ROUNDING)) {
      throw new IllegalArgumentException(
          "accuracy must be 0 to 1 and the false vegan rate 0 to 1 − accuracy, not %s and %s"
              .formatted(right, falseVegan));
    }
    var rows = new EnumMap<VeganStatus, Map<VeganStatus, Double>>(VeganStatus.class);
    for (VeganStatus truth : VeganStatus.values()) {
      rows.put(truth, errors(truth, right, truth == VeganStatus.VEGAN ? 0 : falseVegan));
    }
    return new Accuracy(rows);
  }

  private static Map<VeganStatus, Double> errors(
      VeganStatus truth, double right, double falseVegan) {
    List<VeganStatus> wrong =
        Arrays.stream(VeganStatus.values())
            .filter(status -> status != truth && status != VeganStatus.VEGAN)
            .toList();
    var shares = new EnumMap<VeganStatus, Double>(VeganStatus.class);
    wrong.forEach(status -> shares.put(status, (1 - right - falseVegan) / wrong.size()));
    shares.put(VeganStatus.VEGAN, falseVegan);
    shares.put(truth, right);
    return shares;
  }

  /// What a model says of an ingredient that truly is so.
  public VeganStatus say(VeganStatus truth, Dice dice) {
    double at = dice.share();
    for (Map.Entry<VeganStatus, Double> entry : said.getOrDefault(truth, Map.of()).entrySet()) {
      at -= entry.getValue();
      if (at < 0) {
        return entry.getKey();
      }
    }
    return truth;
  }
}
