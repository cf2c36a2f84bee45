package koalens.backend.comparison;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Stream;
import koalens.backend.comparison.log.Arm;

/// Applies a policy to evidence.
///
/// A gate is judged at α in every modality, and all have to open: taken together they err less
/// often than one. Being better is judged at α/4 a side, divided by the modalities, for the primary
/// metric, and as much for all gates that the other may fail: together at most α.
final class Deciding {
  private static final double STEP = 1.25;
  private static final double FARTHEST = 1_000;

  private final Policy policy;
  private final List<Known> known;

  /// What is known of a modality.
  ///
  /// @param modality which
  /// @param evidence by metric, where there is any
  record Known(String modality, Map<Metric, Evidence> evidence) {
    Known {
      evidence = Map.copyOf(evidence);
    }

    private Known scaled(double factor) {
      var scaled = new java.util.EnumMap<Metric, Evidence>(Metric.class);
      evidence.forEach((metric, one) -> scaled.put(metric, one.scaled(factor)));
      return new Known(modality, scaled);
    }
  }

  Deciding(Policy policy, List<Known> known) {
    this.policy = policy;
    this.known = List.copyOf(known);
  }

  /// @param analyses how many the evidence is of
  Decision decide(long analyses) {
    Decision now = decideNow();
    return now instanceof Decision.KeepCollecting(OptionalLong more, List<String> reasons)
            && more.isEmpty()
            && missing().isEmpty()
        ? new Decision.KeepCollecting(more(analyses), reasons)
        : now;
  }

  List<Gate> gates() {
    var gates = new ArrayList<Gate>();
    for (Known one : known) {
      for (Metric metric : policy.gates()) {
        for (Arm arm : Arm.values()) {
          gates.add(gate(one, metric, arm));
        }
      }
    }
    return gates;
  }

  private Gate gate(Known one, Metric metric, Arm arm) {
    Evidence evidence = one.evidence().get(metric);
    if (evidence == null) {
      return new Gate(one.modality(), metric, arm, Gate.State.MISSING, 1);
    }
    double margin = policy.margin(metric);
    double p = evidence.pOfWorse(arm, margin);
    Gate.State state =
        p <= policy.alpha()
            ? Gate.State.PASSED
            : evidence.pOfNotWorse(arm, margin) <= level() / policy.gates().size()
                ? Gate.State.FAILED
                : Gate.State.OPEN;
    return new Gate(one.modality(), metric, arm, state, p);
  }

  private double level() {
    return policy.alpha() / (4 * known.size());
  }

  Decision decideNow() {
    List<Gate> gates = gates();
    List<Arm> winners =
        Arrays.stream(Arm.values())
            .filter(arm -> passes(gates, arm))
            .filter(arm -> isBetter(gates, arm))
            .toList();
    if (winners.size() == 1) {
      Arm winner = winners.getFirst();
      return new Decision.Promote(winner, whyBetter(gates, winner));
    }
    List<Gate> quality = gates.stream().filter(gate -> gate.metric() != Metric.COST).toList();
    if (!quality.isEmpty()
        && quality.stream().allMatch(gate -> gate.state() == Gate.State.PASSED)) {
      return equivalent();
    }
    boolean eachFails = Stream.of(Arm.values()).allMatch(arm -> fails(gates, arm));
    return eachFails
        ? new Decision.TradeOff(
            gates.stream().filter(g -> g.state() == Gate.State.FAILED).map(this::words).toList())
        : new Decision.KeepCollecting(OptionalLong.empty(), whatIsOpen(gates));
  }

  private static boolean passes(List<Gate> gates, Arm arm) {
    return gates.stream()
        .filter(gate -> gate.arm() == arm)
        .allMatch(gate -> gate.state() == Gate.State.PASSED);
  }

  private static boolean fails(List<Gate> gates, Arm arm) {
    return gates.stream().anyMatch(gate -> gate.arm() == arm && gate.state() == Gate.State.FAILED);
  }

  private boolean isBetter(List<Gate> gates, Arm arm) {
    return known.stream().anyMatch(one -> isBetterByPrimary(one, arm))
        || gates.stream().anyMatch(gate -> isLostBy(gate, arm.other()));
  }

  private boolean isBetterByPrimary(Known one, Arm arm) {
    Evidence evidence = one.evidence().get(policy.primary());
    return evidence != null && evidence.pOfWorse(arm, 0) <= level();
  }

  // Being dearer loses nothing by itself: of equals the cheaper is named.
  private boolean isLostBy(Gate gate, Arm arm) {
    boolean counts = gate.metric() != Metric.COST || policy.primary() == Metric.COST;
    return counts && gate.arm() == arm && gate.state() == Gate.State.FAILED;
  }

  private Decision equivalent() {
    Optional<Arm> cheaper = Stream.of(Arm.values()).filter(this::isCheaper).findFirst();
    String cost =
        cheaper
            .map(arm -> arm.word() + " is cheaper in every modality")
            .orElse("no difference in cost is shown in every modality");
    return new Decision.Equivalent(
        cheaper, List.of("neither is worse than the other by more than the margins", cost));
  }

  private boolean isCheaper(Arm arm) {
    return known.stream()
        .map(one -> Optional.ofNullable(one.evidence().get(Metric.COST)))
        .allMatch(cost -> cost.isPresent() && cost.get().pOfWorse(arm, 0) <= policy.alpha() / 2);
  }

  private List<String> whyBetter(List<Gate> gates, Arm winner) {
    var reasons = new ArrayList<String>();
    reasons.add(winner.word() + " passes every gate");
    known.stream()
        .filter(one -> isBetterByPrimary(one, winner))
        .map(one -> "%s: its %s is better".formatted(one.modality(), policy.primary().word()))
        .forEach(reasons::add);
    gates.stream()
        .filter(gate -> isLostBy(gate, winner.other()))
        .map(this::words)
        .forEach(reasons::add);
    return reasons;
  }

  private List<String> whatIsOpen(List<Gate> gates) {
    var reasons = new ArrayList<String>();
    gates.stream()
        .filter(gate -> gate.state() == Gate.State.FAILED || gate.state() == Gate.State.OPEN)
        .map(this::words)
        .forEach(reasons::add);
    missing()
        .forEach(metric ->
            reasons.add(
                "nothing is known of %s: %s, or leave the gate out with --gates"
                    .formatted(metric.word(), mend(metric))));
    if (reasons.isEmpty()) {
      reasons.add("both pass every gate they can, and neither is shown to be better");
    }
    return reasons;
  }

  private static String mend(Metric metric) {
    return switch (metric) {
      case CRITICAL_ERROR, WRONG_VERDICT -> "give labels with --labels";
      case ERROR_RATE, P95, COST -> "the log lines need it";
    };
  }

  private List<Metric> missing() {
    return policy.gates().stream()
        .filter(metric -> known.stream().anyMatch(one -> !one.evidence().containsKey(metric)))
        .toList();
  }

  private String words(Gate gate) {
    return switch (gate.state()) {
      case PASSED ->
          "%s: %s is no worse by %s"
              .formatted(gate.modality(), gate.arm().word(), gate.metric().word());
      case FAILED ->
          "%s: %s is worse by %s than the margin allows"
              .formatted(gate.modality(), gate.arm().word(), gate.metric().word());
      case OPEN, MISSING ->
          "%s: whether %s is worse by %s is open"
              .formatted(gate.modality(), gate.arm().word(), gate.metric().word());
    };
  }

  // Where the same evidence, seen that many times, first decides.
  private OptionalLong more(long analyses) {
    for (double factor = STEP; factor < FARTHEST; factor *= STEP) {
      double times = factor;
      var later = new Deciding(policy, known.stream().map(one -> one.scaled(times)).toList());
      if (!(later.decideNow() instanceof Decision.KeepCollecting)) {
        return OptionalLong.of(rounded(analyses * (times - 1)));
      }
    }
    return OptionalLong.empty();
  }

  // Two digits: more would claim more than is known.
  private static long rounded(double number) {
    double unit = Math.pow(10, Math.max(0, Math.floor(Math.log10(Math.max(1, number))) - 1));
    return (long) (Math.ceil(number / unit) * unit);
  }
}
