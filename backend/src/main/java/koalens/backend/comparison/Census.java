package koalens.backend.comparison;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import koalens.backend.comparison.log.Arm;
import koalens.backend.comparison.log.Call;
import koalens.backend.comparison.log.Marks;
import koalens.backend.comparison.log.Role;

/// What kinds of calls a log has, found in one pass: the calls of a long log lie all over the
/// memory.
final class Census {
  private final List<Call> assigned = new ArrayList<>();
  private final List<Call> shadows = new ArrayList<>();
  private final Map<Role, Map<Arm, Long>> roles = new EnumMap<>(Role.class);
  private final Map<Arm, Set<Marks>> assignedMarks = none();
  private final Map<Arm, Set<Marks>> comparedMarks = none();
  private final Map<Arm, Long> cached = new EnumMap<>(Arm.class);
  private final Set<Arm> heardOf = EnumSet.noneOf(Arm.class);
  private long last;
  private long assignedLast;
  private long longestSilence;
  private long silentFrom;

  /// @param calls in the order in which they began
  Census(List<Call> calls) {
    calls.forEach(this::count);
  }

  private static Map<Arm, Set<Marks>> none() {
    var none = new EnumMap<Arm, Set<Marks>>(Arm.class);
    for (Arm arm : Arm.values()) {
      none.put(arm, new HashSet<>());
    }
    return none;
  }

  private void count(Call call) {
    roles
        .computeIfAbsent(call.role(), role -> new EnumMap<>(Arm.class))
        .merge(call.arm(), 1L, Long::sum);
    switch (call.role()) {
      case RANDOMISED -> countAssigned(call);
      case SHADOW -> {
        shadows.add(call);
        countCompared(call);
      }
      case FALLBACK, FORCED, CONFIGURED -> {}
    }
  }

  private void countAssigned(Call call) {
    assigned.add(call);
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
  List<Call> assigned() {
    return assigned;
  }

  List<Call> shadows() {
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
