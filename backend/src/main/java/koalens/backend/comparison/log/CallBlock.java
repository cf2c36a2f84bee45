package koalens.backend.comparison.log;

import java.util.List;

/// What is known of some thousand calls, in columns: a log has millions of calls, and an object
/// each would cost many times the memory and keep the collector busy. [Call] gives the columns
/// their meaning.
final class CallBlock {
  static final int ROW_BITS = 14;
  static final int ROWS = 1 << ROW_BITS;

  /// Stands for a time that is not known.
  static final long NO_TIME = -1;

  /// Stands for a time of what failed.
  static final long NEVER = -2;

  static final long STICKY = 1;
  static final long CACHE_HIT = 2;
  static final long HEARD_OF = 4;
  static final long JOINED = 8;
  static final long UNPRICED = 16;

  static final Constants.Kind<Arm> ARMS = new Constants.Kind<>(Arm.class);
  static final Constants.Kind<Role> ROLES = new Constants.Kind<>(Role.class);
  static final Constants.Kind<Outcome> OUTCOMES = new Constants.Kind<>(Outcome.class);
  static final Constants.Kind<Verdict> VERDICTS = new Constants.Kind<>(Verdict.class);
  static final Constants.Kind<Served> SERVED = new Constants.Kind<>(Served.class);

  final Constants<Arm> arm;
  final Constants<Role> role;
  final Constants<Outcome> outcome;
  final Constants<Verdict> verdict;
  final Constants<Verdict> engineVerdict;
  final Constants<Verdict> answered;
  final Constants<Served> served;
  final Column analysis;
  final Column item;
  final Column unit;
  final Column startMillis;
  final Column latencyMicros;
  final Column cost;
  final Column input;
  final Column output;
  final Column cacheRead;
  final Column cacheWrite;
  final Column marks;
  final Column flags;
  final List<Marks> allMarks;

  /// @param rows how many calls
  /// @param startMillis when the first of them began
  /// @param allMarks what the numbers of marks stand for
  CallBlock(int rows, long startMillis, List<Marks> allMarks) {
    this.arm = new Constants<>(rows, ARMS, Arm.GEMINI);
    this.role = new Constants<>(rows, ROLES, Role.RANDOMISED);
    this.outcome = new Constants<>(rows, OUTCOMES, Outcome.OK);
    this.verdict = new Constants<>(rows, VERDICTS, Verdict.NONE);
    this.engineVerdict = new Constants<>(rows, VERDICTS, Verdict.NONE);
    this.answered = new Constants<>(rows, VERDICTS, Verdict.NONE);
    this.served = new Constants<>(rows, SERVED, Served.NOT_SAID);
    this.analysis = new Column(rows, 0);
    this.item = new Column(rows, 0);
    this.unit = new Column(rows, 0);
    this.startMillis = new Column(rows, startMillis);
    this.latencyMicros = new Column(rows, NO_TIME);
    this.cost = new Column(rows, 0);
    this.input = new Column(rows, 0);
    this.output = new Column(rows, 0);
    this.cacheRead = new Column(rows, 0);
    this.cacheWrite = new Column(rows, 0);
    this.marks = new Column(rows, 0);
    this.flags = new Column(rows, 0);
    this.allMarks = allMarks;
  }
}
