package koalens.backend.comparison.log;

import java.util.concurrent.ConcurrentMap;

/// One provider's part in one analysis: all its attempts, and what came of them. Filled while
/// reading, then only read.
///
/// Ids are kept as 64-bit hashes: a million ids collide with probability 3 in 10⁸.
public final class Call {
  private static final long MICROS = 1_000;
  private static final long NOT_SAID = Long.MIN_VALUE;

  private final long analysis;
  private final Arm arm;
  private Role role = Role.CONFIGURED;
  private boolean sticky;
  private long item;
  private long unit;
  private long start = NOT_SAID;
  private long end = NOT_SAID;
  private long untimed;
  private long response = NOT_SAID;
  private boolean responded;
  private boolean cacheHit;
  private long attempts;
  private int lastAttempt;
  private Outcome lastOutcome = Outcome.UNKNOWN;
  private Outcome responseOutcome = Outcome.UNKNOWN;
  private Verdict verdict = Verdict.NONE;
  private Verdict said = Verdict.NONE;
  private Verdict engineVerdict = Verdict.NONE;
  private int cost;
  private int input;
  private int output;
  private int cacheRead;
  private int cacheWrite;
  private Marks marks = Marks.NONE;
  private Served served = Served.NOT_SAID;
  private Verdict answered = Verdict.NONE;

  Call(long analysis, Arm arm) {
    this.analysis = analysis;
    this.arm = arm;
  }

  /// Takes a line in; false when it was there before.
  ///
  /// @param known the marks of other calls, to be shared
  boolean take(Line line, ConcurrentMap<Marks, Marks> known) {
    boolean isNew = line.kind == Line.Kind.REQUEST ? takeAttempt(line) : takeResponse(line);
    if (isNew) {
      takeCommon(line, known);
    }
    return isNew;
  }

  private boolean takeAttempt(Line line) {
    long bit = 1L << (line.attempt & 63);
    if ((attempts & bit) != 0) {
      return false;
    }
    if (attempts == 0) {
      forgetResponse();
    }
    attempts |= bit;
    takeTimes(line);
    cost += line.cost;
    input += line.input;
    output += line.output;
    cacheRead += line.cacheRead;
    cacheWrite += line.cacheWrite;
    if (line.attempt >= lastAttempt) {
      lastAttempt = line.attempt;
      lastOutcome = line.outcome;
      verdict = line.verdict;
    }
    return true;
  }

  // Attempts say the same more exactly; which line came first must not matter.
  private void forgetResponse() {
    start = NOT_SAID;
    cost = 0;
    input = 0;
    output = 0;
    cacheRead = 0;
    cacheWrite = 0;
  }

  private void takeTimes(Line line) {
    long began =
        line.start == NOT_SAID && line.time != NOT_SAID
            ? line.time - Math.max(0, line.latency)
            : line.start;
    if (began != NOT_SAID) {
      start = start == NOT_SAID ? began : Math.min(start, began);
      end = line.latency < 0 ? end : Math.max(end, began + line.latency);
    } else if (line.latency >= 0) {
      untimed += line.latency;
    }
  }

  private boolean takeResponse(Line line) {
    if (responded) {
      return false;
    }
    responded = true;
    responseOutcome = line.outcome;
    response = line.latency < 0 ? response : line.latency;
    cacheHit |= line.cacheHit;
    if (attempts == 0 && line.time != NOT_SAID) {
      start = line.time - Math.max(0, line.latency);
    }
    if (attempts == 0) {
      cost = line.cost;
      input = line.input;
      output = line.output;
      cacheRead = line.cacheRead;
      cacheWrite = line.cacheWrite;
    }
    said = line.providerVerdict;
    served = Served.of(line.provider);
    answered = line.verdict;
    engineVerdict = line.engineVerdict == Verdict.NONE ? engineVerdict : line.engineVerdict;
    return true;
  }

  private void takeCommon(Line line, ConcurrentMap<Marks, Marks> known) {
    role = line.role;
    sticky |= line.sticky;
    item = line.item == 0 ? item : line.item;
    unit = line.unit == 0 ? unit : line.unit;
    Marks said = marks.and(Marks.of(line));
    marks = known.computeIfAbsent(said, same -> same);
  }

  /// Whether the log has anything of this provider's own about it: an attempt, or an answer it
  /// gave. Without, the call is known from the lines of whoever stood in.
  public boolean isHeardOf() {
    return attempts != 0 || served == Served.of(arm.word());
  }

  /// The hash of the analysis' id.
  public long analysis() {
    return analysis;
  }

  /// Which provider it is.
  public Arm arm() {
    return arm;
  }

  /// Why it was asked.
  public Role role() {
    return role;
  }

  /// Whether the user, and not the request, was assigned.
  public boolean isSticky() {
    return sticky;
  }

  /// The hash of the label, the same for the same label; 0 when not said.
  public long item() {
    return item;
  }

  /// The hash of the user or, without one, of the analysis.
  public long unit() {
    return unit == 0 ? analysis : unit;
  }

  /// When it began, in milliseconds since 1970; 0 when not said.
  public long startMillis() {
    return start == NOT_SAID ? 0 : Math.floorDiv(start, MICROS);
  }

  /// What came of it. An analysis that begins and never ends in the log is [Outcome#UNKNOWN].
  public Outcome outcome() {
    return lastOutcome == Outcome.UNKNOWN ? responseOutcome : lastOutcome;
  }

  /// How long it took, retries and waits included, in milliseconds: infinite when it failed, no
  /// number when the log does not say.
  public double latencyMillis() {
    if (outcome() != Outcome.UNKNOWN && !outcome().isAnswer()) {
      return Double.POSITIVE_INFINITY;
    }
    if (response != NOT_SAID) {
      return response / (double) MICROS;
    }
    long timed = end == NOT_SAID ? 0 : end - start;
    return timed + untimed == 0 ? Double.NaN : (timed + untimed) / (double) MICROS;
  }

  /// What it cost as logged, in millionths of a dollar.
  public int costMicros() {
    return cost;
  }

  /// All that was read, caches included, in tokens.
  public int inputTokens() {
    return input;
  }

  /// All that was written, thinking included, in tokens.
  public int outputTokens() {
    return output;
  }

  /// What of the input came from a cache, in tokens.
  public int cacheReadTokens() {
    return cacheRead;
  }

  /// What of the input was put into a cache, in tokens.
  public int cacheWriteTokens() {
    return cacheWrite;
  }

  /// What the provider alone says of the whole list.
  public Verdict verdict() {
    return !outcome().isAnswer() ? Verdict.NONE : said == Verdict.NONE ? verdict : said;
  }

  /// What the engine alone says.
  public Verdict engineVerdict() {
    return engineVerdict;
  }

  /// Who gave the answer that the person got.
  public Served served() {
    return served;
  }

  /// What the person was answered; of a shadow, what would have been.
  public Verdict answered() {
    return answered;
  }

  /// Whether anything was answered from kept answers.
  public boolean isCacheHit() {
    return cacheHit;
  }

  /// `text`, `image` or `video`; `text` when not said.
  public String modality() {
    return marks.modality().isEmpty() ? "text" : marks.modality();
  }

  /// The model that answered; empty when not said.
  public String model() {
    return marks.model();
  }

  /// What marks its circumstances.
  public Marks marks() {
    return marks;
  }
}
