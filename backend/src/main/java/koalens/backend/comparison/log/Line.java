package koalens.backend.comparison.log;

import org.jspecify.annotations.Nullable;

/// What a line says, while it is read: one for each thread, used again for every line.
final class Line {
  /// Which of our lines it is.
  enum Kind {
    REQUEST,
    RESPONSE,
    OTHER
  }

  static final int RECENT = 16;
  static final long NOT_SAID = Long.MIN_VALUE;

  /// Stands for a cost that is not said.
  static final int NO_COST = -1;

  /// The engine, where a provider could stand.
  static final String LOCAL = "local";

  // Clocks are set by fractions of a second all the time.
  private static final long CLOCK_STEP_MICROS = 1_000_000;

  Kind kind = Kind.OTHER;
  long analysis;
  long request;
  long item;
  long unit;
  String provider = "";
  String assigned = "";
  Role role = Role.CONFIGURED;
  boolean sticky;
  int attempt;
  long time;
  long start;
  long latency;
  Outcome outcome = Outcome.UNKNOWN;
  Verdict verdict = Verdict.NONE;
  Verdict providerVerdict = Verdict.NONE;
  Verdict engineVerdict = Verdict.NONE;
  boolean cacheHit;
  boolean joined;
  int cost = NO_COST;
  int input;
  int output;
  int cacheRead;
  int cacheWrite;
  String modality = "";
  String model = "";
  String prompt = "";
  String schema = "";
  String version = "";
  boolean absurd;

  /// Marks that lines before had, by their model: not this line's own, so never cleared.
  final @Nullable Marks[] recentMarks = new Marks[RECENT];

  /// Their numbers among all.
  final int[] recentNumbers = new int[RECENT];

  /// Whether it was written before it began: the clock was set back meanwhile.
  boolean isBeforeItsStart() {
    return start != NOT_SAID && time != NOT_SAID && time + CLOCK_STEP_MICROS < start;
  }

  /// Whether there was nothing to ask a provider about: it neither answered nor failed.
  boolean isUnasked() {
    return kind == Kind.RESPONSE
        && outcome == Outcome.OK
        && provider.equals(LOCAL)
        && !assigned.equals(LOCAL);
  }

  /// Whether it cost something, and what is not said. A failure without an answer costs nothing.
  boolean lacksCost() {
    boolean isFailure = outcome != Outcome.UNKNOWN && !outcome.isAnswer();
    return (cost == NO_COST && !isFailure) || (cost <= 0 && input + output > 0);
  }

  /// Another provider answered in place of the assigned one: what is said of the model and its cost
  /// is said of the other.
  void failByAnother() {
    outcome = Outcome.FAILED;
    model = "";
    cost = 0;
    input = 0;
    output = 0;
    cacheRead = 0;
    cacheWrite = 0;
  }

  void clear() {
    kind = Kind.OTHER;
    analysis = 0;
    request = 0;
    item = 0;
    unit = 0;
    provider = "";
    assigned = "";
    role = Role.CONFIGURED;
    sticky = false;
    attempt = 1;
    time = NOT_SAID;
    start = NOT_SAID;
    latency = -1;
    outcome = Outcome.UNKNOWN;
    verdict = Verdict.NONE;
    providerVerdict = Verdict.NONE;
    engineVerdict = Verdict.NONE;
    cacheHit = false;
    joined = false;
    cost = NO_COST;
    input = 0;
    output = 0;
    cacheRead = 0;
    cacheWrite = 0;
    modality = "";
    model = "";
    prompt = "";
    schema = "";
    version = "";
    absurd = false;
  }
}
