package koalens.backend.comparison;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;

import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import koalens.backend.comparison.log.Arm;
import koalens.backend.comparison.log.Call;
import koalens.backend.comparison.log.Calls;
import koalens.backend.comparison.log.Marks;
import koalens.backend.comparison.log.Role;

/// What kinds of calls a log has.
final class Census {
  private final Calls assigned;
  private final Calls shadows;
  private final Map<Role, Map<Arm, Long>> roles;
  private final Map<Arm, Set<Marks>> assignedMarks = none();
  private final Map<Arm, Set<Marks>> comparedMarks = none();
  private final Map<Arm, Long> cached = new EnumMap<>(Arm.class);
  private final Set<Arm> heardOf = EnumSet.noneOf(Arm.class);
  private long last;
  private long assignedLast;
  private long longestSilence;
  private long silentFrom;

  /// @param calls in the order in which they began
  Census(Calls calls) {
    assigned = calls.where(call -> call.role() == Role.RANDOMISED);
    shadows = calls.where(call -> call.role() == Role.SHADOW);
    roles =
        calls.stream()
            .collect(
                groupingBy(
                    Call::role,
                    () -> new EnumMap<>(Role.class),
                    groupingBy(Call::arm, () -> new EnumMap<>(Arm.class), counting())));
    assigned.forEach(this::countAssigned);
    shadows.forEach(this::countCompared);
  }

  private static Map<Arm, Set<Marks>> none() {
    var none = new EnumMap<Arm, Set<Marks>>(Arm.class);
    for (Arm arm : Arm.values()) {
      none.put(arm, new HashSet<>());
    }
    return none;
  }

  private void countAssigned(Call call) {
    add(assignedMarks, call);
    if (call.isCacheHit()) {
      cached.merge(call.arm(), 1L, Long::sum);
    }
    if (assignedLast > 0 && call.startMillis() - assignedLast > longestSilence) {
      longestSilence = call.startMillis() - assignedLast;
      silentFrom = assignedLast;
    }
    assignedLast = call.startMillis();
    countCompared(call);
  }

  private void countCompared(Call call) {
    add(comparedMarks, call);
    if (call.isHeardOf()) {
      heardOf.add(call.arm());
    }
    last = Math.max(last, call.startMillis());
  }

  private static void add(Map<Arm, Set<Marks>> marks, Call call) {
    marks.getOrDefault(call.arm(), Set.of()).add(call.marks());
  }

  /// Those assigned by chance.
  Calls assigned() {
    return assigned;
  }

  Calls shadows() {
    return shadows;
  }

  Map<Role, Map<Arm, Long>> roles() {
    return roles;
  }

  /// How many of those assigned by chance went to the arm.
  long assigned(Arm arm) {
    return roles.getOrDefault(Role.RANDOMISED, Map.of()).getOrDefault(arm, 0L);
  }

  /// The marks of what was assigned by chance.
  Set<Marks> assignedMarks() {
    var marks = new HashSet<Marks>();
    assignedMarks.values().forEach(marks::addAll);
    return marks;
  }

  /// The marks of what was assigned by chance or sent beside it.
  Map<Arm, Set<Marks>> comparedMarks() {
    return comparedMarks;
  }

  /// Whether the log has any line of the provider's own among what is compared.
  boolean isHeardOf(Arm arm) {
    return heardOf.contains(arm);
  }

  /// How many of those assigned by chance were answered from kept answers.
  long cached(Arm arm) {
    return cached.getOrDefault(arm, 0L);
  }

  /// When the last of those compared began, in milliseconds since 1970; 0 without any.
  long lastMillis() {
    return last;
  }

  /// The longest time without any assigned by chance, in milliseconds.
  long longestSilence() {
    return longestSilence;
  }

  /// When that began, in milliseconds since 1970.
  long silentFrom() {
    return silentFrom;
  }
}
