package koalens.backend.comparison.log;

/// One provider's part in one analysis while its lines are read. Only a view.
final class GatheredCall {
  static final long NO_TIME = -1;

  private static final long MICROS = 1_000;
  private static final long NOT_SAID = Line.NOT_SAID;

  private final GatheredBlock block;
  private final int row;

  GatheredCall(GatheredBlock block, int row) {
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
    block.cost.add(row, Math.max(0, line.cost));
    if (line.lacksCost()) {
      block.unpriced.set(row);
    }
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
    if (block.responded.get(row)) {
      block.start.set(row, NOT_SAID);
      block.cost.set(row, 0);
      block.unpriced.clear(row);
      block.input.set(row, 0);
      block.output.set(row, 0);
      block.cacheRead.set(row, 0);
      block.cacheWrite.set(row, 0);
    }
  }

  private void takeTimes(Line line) {
    long began =
        line.start == NOT_SAID && line.time != NOT_SAID
            ? line.time - Math.max(0, line.latency)
            : line.start;
    if (began != NOT_SAID) {
      long start = begin(began);
      if (line.latency >= 0) {
        long lasted = began + line.latency - start;
        block.lasted.set(row, Math.max(block.lasted.get(row), lasted));
      }
    } else if (line.latency >= 0) {
      block.untimed.add(row, line.latency);
    }
  }

  // The first attempt begins the call; what is known of its end moves away from an earlier begin.
  private long begin(long began) {
    long start = block.start.get(row);
    if (start != NOT_SAID && start <= began) {
      return start;
    }
    long lasted = block.lasted.get(row);
    if (start != NOT_SAID && lasted != NO_TIME) {
      block.lasted.set(row, lasted + start - began);
    }
    block.start.set(row, began);
    return began;
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
    if (line.joined) {
      block.joined.set(row);
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
    block.cost.set(row, Math.max(0, line.cost));
    if (line.lacksCost()) {
      block.unpriced.set(row);
    }
    block.input.set(row, line.input);
    block.output.set(row, line.output);
    block.cacheRead.set(row, line.cacheRead);
    block.cacheWrite.set(row, line.cacheWrite);
  }

  private void takeCommon(Line line, SharedMarks shared) {
    if (line.sticky) {
      block.sticky.set(row);
    }
    if (line.item != 0) {
      block.item.set(row, line.item);
    }
    if (line.unit != 0) {
      block.unit.set(row, line.unit);
    }
    block.marks.set(row, shared.together((int) block.marks.get(row), line));
  }

  Arm arm() {
    return block.arm;
  }

  Role role() {
    return block.role;
  }

  long analysis() {
    return block.analysis.get(row);
  }

  /// 0 when not said.
  long startMillis() {
    long start = block.start.get(row);
    return start == NOT_SAID ? 0 : Math.floorDiv(start, MICROS);
  }

  // A response that says it answered knows better than the last attempt seen: the line of another
  // may be lost.
  Outcome outcome() {
    Outcome last = block.lastOutcome.get(row);
    return last == Outcome.UNKNOWN || isAttemptLost() ? block.responseOutcome.get(row) : last;
  }

  private boolean isAttemptLost() {
    Outcome last = block.lastOutcome.get(row);
    return last != Outcome.UNKNOWN && !last.isAnswer() && block.responseOutcome.get(row).isAnswer();
  }

  /// In microseconds, or as [CallBlock] says what is no time.
  long latency() {
    if (isJoined()) {
      return CallBlock.NO_TIME;
    }
    Outcome outcome = outcome();
    if (outcome != Outcome.UNKNOWN && !outcome.isAnswer()) {
      return CallBlock.NEVER;
    }
    long response = block.response.get(row);
    if (response != NO_TIME) {
      return response;
    }
    long all = Math.max(0, block.lasted.get(row)) + block.untimed.get(row);
    return all == 0 ? CallBlock.NO_TIME : all;
  }

  /// What the provider alone says of the whole list.
  Verdict verdict() {
    Verdict said = block.said.get(row);
    return !outcome().isAnswer()
        ? Verdict.NONE
        : said == Verdict.NONE ? block.verdict.get(row) : said;
  }

  /// What holds of it, as [CallBlock] keeps it.
  long flags() {
    return (block.sticky.get(row) ? CallBlock.STICKY : 0)
        | (block.cacheHit.get(row) ? CallBlock.CACHE_HIT : 0)
        | (isHeardOf() ? CallBlock.HEARD_OF : 0)
        | (isJoined() ? CallBlock.JOINED : 0)
        | (block.unpriced.get(row) || isAttemptLost() ? CallBlock.UNPRICED : 0);
  }

  private boolean isJoined() {
    return block.joined.get(row) && block.attempts.get(row) == 0;
  }

  private boolean isHeardOf() {
    return block.attempts.get(row) != 0 || block.served.get(row) == Served.of(arm().word());
  }
}
