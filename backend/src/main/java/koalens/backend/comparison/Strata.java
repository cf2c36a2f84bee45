package koalens.backend.comparison;

import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import koalens.backend.comparison.log.Arm;
import koalens.backend.comparison.log.Call;
import koalens.backend.comparison.log.Calls;
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
    return census.modalities().stream()
        .map(modality ->
            stratum(modality, of(modality, census.assigned()), of(modality, census.shadows())))
        .toList();
  }

  private static Calls of(String modality, Calls calls) {
    return calls.where(call -> call.modality().equals(modality));
  }

  private Stratum stratum(String modality, Calls assigned, Calls beside) {
    if (beside.isEmpty()) {
      return split(modality, assigned);
    }
    Map<Long, Call> shadows = new HashMap<>();
    beside.forEach(call -> shadows.put(call.analysis(), call));
    Calls withShadow = assigned.where(call -> shadow(shadows, call).arm() != call.arm());
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

  private Stratum split(String modality, Calls assigned) {
    List<Side> sides =
        Stream.of(Arm.GEMINI, Arm.CLAUDE).parallel().map(arm -> split(arm, assigned)).toList();
    return new Stratum(modality, false, sides.getFirst(), sides.getLast(), toGemini);
  }

  private Side split(Arm arm, Calls assigned) {
    Calls calls = assigned.where(call -> call.arm() == arm);
    boolean labelled = calls.stream().anyMatch(call -> labels.truth(call) != Verdict.NONE);
    List<Verdict> truths =
        labelled
            ? calls.stream().map(labels::truth).toList()
            : Collections.nCopies(calls.size(), Verdict.NONE);
    return new Side(arm, calls, truths);
  }
}
