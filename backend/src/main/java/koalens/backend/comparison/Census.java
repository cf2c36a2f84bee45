package koalens.backend.comparison;

import java.util.BitSet;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import koalens.backend.comparison.log.Arm;
import koalens.backend.comparison.log.Call;
import koalens.backend.comparison.log.Calls;
import koalens.backend.comparison.log.Marks;
import koalens.backend.comparison.log.Role;

/// What kinds of calls a log has.
final class Census {
  private final Calls assigned;
  private final Calls shadows;
  private final Map<Role, Map<Arm, Long>> roles = new EnumMap<>(Role.class);
  private final Map<Arm, BitSet> assignedMarks = none();
  private final Map<Arm, BitSet> comparedMarks = none();
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
    countRoles(calls);
    for (Call call : assigned) {
      countAssigned(call);
    }
    for (Call call : shadows) {
      countCompared(call);
    }
  }

  private static Map<Arm, BitSet> none() {
    var none = new EnumMap<Arm, BitSet>(Arm.class);
    for (Arm arm : Arm.values()) {
      none.put(arm, new BitSet());
    }
    return none;
  }

  private void countRoles(Calls calls) {
    var counts = new EnumMap<Role, long[]>(Role.class);
    for (Call call : calls) {
      counts.computeIfAbsent(call.role(), _ -> new long[2])[call.arm() == Arm.GEMINI ? 0 : 1]++;
    }
    counts.forEach((role, count) -> {
      countRole(role, Arm.GEMINI, count[0]);
      countRole(role, Arm.CLAUDE, count[1]);
    });
  }

  private void countRole(Role role, Arm arm, long count) {
    if (count > 0) {
      roles.computeIfAbsent(role, _ -> new EnumMap<>(Arm.class)).put(arm, count);
    }
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

  private static void add(Map<Arm, BitSet> marks, Call call) {
    call.addMarksTo(marks.getOrDefault(call.arm(), new BitSet()));
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
    var numbers = new BitSet();
    assignedMarks.values().forEach(numbers::or);
    return assigned.marks(numbers);
  }

  /// The marks of what was assigned by chance or sent beside it.
  Map<Arm, Set<Marks>> comparedMarks() {
    var marks = new EnumMap<Arm, Set<Marks>>(Arm.class);
    comparedMarks.forEach((arm, numbers) -> marks.put(arm, assigned.marks(numbers)));
    return marks;
  }

  /// The modalities of what was assigned by chance or sent beside it, in alphabetical order.
  SortedSet<String> modalities() {
    var modalities = new TreeSet<String>();
    comparedMarks()
        .values()
        .forEach(marks -> marks.forEach(one -> modalities.add(one.modalityOrText())));
    return modalities;
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
