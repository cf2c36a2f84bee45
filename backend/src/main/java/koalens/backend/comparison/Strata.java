package koalens.backend.comparison;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Collectors;
import koalens.backend.comparison.log.Arm;
import koalens.backend.comparison.log.Call;
import koalens.backend.comparison.log.Verdict;

/// Sorts calls into what may be compared with what.
///
/// A shadow call and the assigned call of the same analysis are a pair. Where pairs are at least
/// half of a modality's analyses, it is compared by pairs; else by assignment, shadows left out.
final class Strata {
  private final Labels labels;
  private final double toGemini;

  Strata(Labels labels, double toGemini) {
    this.labels = labels;
    this.toGemini = toGemini;
  }

  List<Stratum> of(Census census) {
    Map<String, List<Call>> assigned = byModality(census.assigned());
    Map<String, List<Call>> shadows = byModality(census.shadows());
    var modalities = new TreeSet<>(assigned.keySet());
    modalities.addAll(shadows.keySet());
    return modalities.stream()
        .map(modality ->
            stratum(
                modality,
                assigned.getOrDefault(modality, List.of()),
                shadows.getOrDefault(modality, List.of())))
        .toList();
  }

  private static Map<String, List<Call>> byModality(List<Call> calls) {
    return calls.stream().collect(Collectors.groupingBy(Call::modality));
  }

  private Stratum stratum(String modality, List<Call> assigned, List<Call> beside) {
    if (beside.isEmpty()) {
      return split(modality, assigned);
    }
    Map<Long, Call> shadows = new HashMap<>();
    beside.forEach(call -> shadows.put(call.analysis(), call));
    List<Call> withShadow =
        assigned.stream()
            .filter(call -> shadows.containsKey(call.analysis()))
            .filter(call -> shadow(shadows, call).arm() != call.arm())
            .toList();
    return !withShadow.isEmpty() && withShadow.size() * 2 >= assigned.size()
        ? paired(modality, withShadow, shadows)
        : split(modality, assigned);
  }

  private static Call shadow(Map<Long, Call> shadows, Call call) {
    Call shadow = shadows.get(call.analysis());
    return shadow == null ? call : shadow;
  }

  private Stratum paired(String modality, List<Call> assigned, Map<Long, Call> shadows) {
    List<Verdict> truths =
        assigned.stream().map(call -> truth(call, shadow(shadows, call))).toList();
    return new Stratum(
        modality,
        true,
        side(Arm.GEMINI, assigned, shadows, truths),
        side(Arm.CLAUDE, assigned, shadows, truths),
        toGemini);
  }

  private Verdict truth(Call assigned, Call shadow) {
    Verdict truth = labels.truth(assigned);
    return truth == Verdict.NONE ? labels.truth(shadow) : truth;
  }

  private static Side side(
      Arm arm, List<Call> assigned, Map<Long, Call> shadows, List<Verdict> truths) {
    List<Call> calls =
        assigned.stream().map(call -> call.arm() == arm ? call : shadow(shadows, call)).toList();
    return new Side(arm, calls, truths);
  }

  private Stratum split(String modality, List<Call> assigned) {
    return new Stratum(
        modality, false, split(Arm.GEMINI, assigned), split(Arm.CLAUDE, assigned), toGemini);
  }

  private Side split(Arm arm, List<Call> assigned) {
    List<Call> calls = assigned.stream().filter(call -> call.arm() == arm).toList();
    return new Side(arm, calls, calls.stream().map(labels::truth).toList());
  }
}
