package koalens.backend.comparison.log;

/// One provider's part in one analysis: all its attempts, and what came of them. Filled while
/// reading, then only read. Only a view: two of the same call are not equal.
///
/// Ids are kept as 64-bit hashes: a million ids collide with probability 3 in 10⁸.
public final class Call {
  private static final long MICROS = 1_000;
  private static final long NOT_SAID = Long.MIN_VALUE;

  private final CallBlock block;
  private final int row;

  Call(CallBlock block, int row) {
    this.block = block;
    this.row = row;
  }

  /// Takes a line in; false when it was there before.
  ///
  /// @param shared the marks of other calls
  boolean take(Line line, SharedMarks shared) {
    boolean isNew = line.kind == Line.Kind.REQUEST ? takeAttempt(line) : takeResponse(line);
    if (isNew) {
      takeCommon(line, shared);
    }
    return isNew;
  }

  private boolean takeAttempt(Line line) {
    long before = block.attempts.get(row);
    long bit = 1L << (line.attempt & 63);
    if ((before & bit) != 0) {
      return false;
    }
    if (before == 0) {
      forgetResponse();
    }
    block.attempts.set(row, before | bit);
    takeTimes(line);
    block.cost.add(row, line.cost);
    block.input.add(row, line.input);
    block.output.add(row, line.output);
    block.cacheRead.add(row, line.cacheRead);
    block.cacheWrite.add(row, line.cacheWrite);
    if (line.attempt >= block.lastAttempt.get(row)) {
      block.lastAttempt.set(row, line.attempt);
      block.lastOutcome.set(row, line.outcome);
      block.verdict.set(row, line.verdict);
    }
    return true;
  }

  // Attempts say the same more exactly; which line came first must not matter.
  private void forgetResponse() {
    block.start.set(row, NOT_SAID);
    block.cost.set(row, 0);
    block.input.set(row, 0);
    block.output.set(row, 0);
    block.cacheRead.set(row, 0);
    block.cacheWrite.set(row, 0);
  }

  private void takeTimes(Line line) {
    long began =
        line.start == NOT_SAID && line.time != NOT_SAID
            ? line.time - Math.max(0, line.latency)
            : line.start;
    if (began != NOT_SAID) {
      long start = block.start.get(row);
      block.start.set(row, start == NOT_SAID ? began : Math.min(start, began));
      if (line.latency >= 0) {
        block.end.set(row, Math.max(block.end.get(row), began + line.latency));
      }
    } else if (line.latency >= 0) {
      block.untimed.set(row, block.untimed.get(row) + line.latency);
    }
  }

  private boolean takeResponse(Line line) {
    if (block.responded.get(row)) {
      return false;
    }
    block.responded.set(row);
    block.responseOutcome.set(row, line.outcome);
    if (line.latency >= 0) {
      block.response.set(row, line.latency);
    }
    if (line.cacheHit) {
      block.cacheHit.set(row);
    }
    if (block.attempts.get(row) == 0) {
      takeAsAttempt(line);
    }
    block.said.set(row, line.providerVerdict);
    block.served.set(row, Served.of(line.provider));
    block.answered.set(row, line.verdict);
    if (line.engineVerdict != Verdict.NONE) {
      block.engineVerdict.set(row, line.engineVerdict);
    }
    return true;
  }

  private void takeAsAttempt(Line line) {
    if (line.time != NOT_SAID) {
      block.start.set(row, line.time - Math.max(0, line.latency));
    }
    block.cost.set(row, line.cost);
    block.input.set(row, line.input);
    block.output.set(row, line.output);
    block.cacheRead.set(row, line.cacheRead);
    block.cacheWrite.set(row, line.cacheWrite);
  }

  private void takeCommon(Line line, SharedMarks shared) {
    block.role.set(row, line.role);
    if (line.sticky) {
      block.sticky.set(row);
    }
    if (line.item != 0) {
      block.item.set(row, line.item);
    }
    if (line.unit != 0) {
      block.unit.set(row, line.unit);
    }
    block.marks[row] = shared.together(block.marks[row], line);
  }

  /// Whether the log has anything of this provider's own about it: an attempt, or an answer it
  /// gave. Without, the call is known from the lines of whoever stood in.
  public boolean isHeardOf() {
    return block.attempts.get(row) != 0 || served() == Served.of(arm().word());
  }

  /// The hash of the analysis' id.
  public long analysis() {
    return block.analysis.get(row);
  }

  /// Which provider it is.
  public Arm arm() {
    return block.arm;
  }

  /// Why it was asked.
  public Role role() {
    return block.role.get(row);
  }

  /// Whether the user, and not the request, was assigned.
  public boolean isSticky() {
    return block.sticky.get(row);
  }

  /// The hash of the label, the same for the same label; 0 when not said.
  public long item() {
    return block.item.get(row);
  }

  /// The hash of the user or, without one, of the analysis.
  public long unit() {
    long unit = block.unit.get(row);
    return unit == 0 ? analysis() : unit;
  }

  /// When it began, in milliseconds since 1970; 0 when not said.
  public long startMillis() {
    long start = block.start.get(row);
    return start == NOT_SAID ? 0 : Math.floorDiv(start, MICROS);
  }

  /// What came of it. An analysis that begins and never ends in the log is [Outcome#UNKNOWN].
  public Outcome outcome() {
    Outcome last = block.lastOutcome.get(row);
    return last == Outcome.UNKNOWN ? block.responseOutcome.get(row) : last;
  }

  /// How long it took, retries and waits included, in milliseconds: infinite when it failed, no
  /// number when the log does not say.
  public double latencyMillis() {
    Outcome outcome = outcome();
    if (outcome != Outcome.UNKNOWN && !outcome.isAnswer()) {
      return Double.POSITIVE_INFINITY;
    }
    long response = block.response.get(row);
    if (response != NOT_SAID) {
      return response / (double) MICROS;
    }
    long end = block.end.get(row);
    long timed = end == NOT_SAID ? 0 : end - block.start.get(row);
    long all = timed + block.untimed.get(row);
    return all == 0 ? Double.NaN : all / (double) MICROS;
  }

  /// What it cost as logged, in millionths of a dollar.
  public int costMicros() {
    return block.cost.get(row);
  }

  /// All that was read, caches included, in tokens.
  public int inputTokens() {
    return block.input.get(row);
  }

  /// All that was written, thinking included, in tokens.
  public int outputTokens() {
    return block.output.get(row);
  }

  /// What of the input came from a cache, in tokens.
  public int cacheReadTokens() {
    return block.cacheRead.get(row);
  }

  /// What of the input was put into a cache, in tokens.
  public int cacheWriteTokens() {
    return block.cacheWrite.get(row);
  }

  /// What the provider alone says of the whole list.
  public Verdict verdict() {
    Verdict said = block.said.get(row);
    return !outcome().isAnswer()
        ? Verdict.NONE
        : said == Verdict.NONE ? block.verdict.get(row) : said;
  }

  /// What the engine alone says.
  public Verdict engineVerdict() {
    return block.engineVerdict.get(row);
  }

  /// Who gave the answer that the person got.
  public Served served() {
    return block.served.get(row);
  }

  /// What the person was answered; of a shadow, what would have been.
  public Verdict answered() {
    return block.answered.get(row);
  }

  /// Whether anything was answered from kept answers.
  public boolean isCacheHit() {
    return block.cacheHit.get(row);
  }

  /// `text`, `image` or `video`; `text` when not said.
  public String modality() {
    String modality = marks().modality();
    return modality.isEmpty() ? "text" : modality;
  }

  /// The model that answered; empty when not said.
  public String model() {
    return marks().model();
  }

  /// What marks its circumstances.
  public Marks marks() {
    return block.marks[row];
  }
}
