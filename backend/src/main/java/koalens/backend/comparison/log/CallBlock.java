package koalens.backend.comparison.log;

import java.util.Arrays;
import java.util.BitSet;
import java.util.List;

/// What is known of a thousand calls of one provider, in columns: a log has millions of calls, and
/// an object each would cost twice the memory and keep the collector busy. [Call] gives the columns
/// their meaning.
final class CallBlock {
  static final int ROW_BITS = 10;
  static final int ROWS = 1 << ROW_BITS;

  private static final List<Role> ROLES = List.of(Role.values());
  private static final List<Outcome> OUTCOMES = List.of(Outcome.values());
  private static final List<Verdict> VERDICTS = List.of(Verdict.values());
  private static final List<Served> SERVED = List.of(Served.values());

  final Arm arm;
  final Longs analysis = new Longs(0);
  final Constants<Role> role = new Constants<>(ROLES, Role.RANDOMISED);
  final BitSet sticky = new BitSet();
  final Longs item = new Longs(0);
  final Longs unit = new Longs(0);
  final Longs start = new Longs(Line.NOT_SAID);
  final Longs end = new Longs(Line.NOT_SAID);
  final Longs untimed = new Longs(0);
  final Longs response = new Longs(Line.NOT_SAID);
  final BitSet responded = new BitSet();
  final BitSet cacheHit = new BitSet();
  final Longs attempts = new Longs(0);
  final Ints lastAttempt = new Ints();
  final Constants<Outcome> lastOutcome = new Constants<>(OUTCOMES, Outcome.UNKNOWN);
  final Constants<Outcome> responseOutcome = new Constants<>(OUTCOMES, Outcome.UNKNOWN);
  final Constants<Verdict> verdict = new Constants<>(VERDICTS, Verdict.NONE);
  final Constants<Verdict> said = new Constants<>(VERDICTS, Verdict.NONE);
  final Constants<Verdict> engineVerdict = new Constants<>(VERDICTS, Verdict.NONE);
  final Constants<Verdict> answered = new Constants<>(VERDICTS, Verdict.NONE);
  final Constants<Served> served = new Constants<>(SERVED, Served.NOT_SAID);
  final Ints cost = new Ints();
  final Ints input = new Ints();
  final Ints output = new Ints();
  final Ints cacheRead = new Ints();
  final Ints cacheWrite = new Ints();
  final Marks[] marks = new Marks[ROWS];

  CallBlock(Arm arm) {
    this.arm = arm;
    Arrays.fill(marks, Marks.NONE);
  }
}
