package koalens.backend.comparison.log;

import java.util.BitSet;

/// One provider's part in one analysis: all its attempts, and what came of them. Immutable. Only a
/// view: two of the same call are not equal.
///
/// Ids are kept as 64-bit hashes: a million ids collide with probability 3 in 10⁸.
public final class Call {
  private static final double MICROS = 1_000;

  private final CallBlock block;
  private final int row;

  Call(CallBlock block, int row) {
    this.block = block;
    this.row = row;
  }

  private boolean is(long flag) {
    return (block.flags.get(row) & flag) != 0;
  }

  /// Whether the log has anything of this provider's own about it: an attempt, or an answer it
  /// gave. Without, the call is known from the lines of whoever stood in.
  public boolean isHeardOf() {
    return is(CallBlock.HEARD_OF);
  }

  /// The hash of the analysis' id.
  public long analysis() {
    return block.analysis.get(row);
  }

  /// Which provider it is.
  public Arm arm() {
    return block.arm.get(row);
  }

  /// Why it was asked.
  public Role role() {
    return block.role.get(row);
  }

  /// Whether the user, and not the request, was assigned.
  public boolean isSticky() {
    return is(CallBlock.STICKY);
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
    return block.startMillis.get(row);
  }

  /// What came of it. An analysis that begins and never ends in the log is [Outcome#UNKNOWN].
  public Outcome outcome() {
    return block.outcome.get(row);
  }

  /// How long it took, retries and waits included, in milliseconds: infinite when it failed, no
  /// number when the log does not say or it awaited another's.
  public double latencyMillis() {
    long micros = block.latencyMicros.get(row);
    return micros >= 0
        ? micros / MICROS
        : micros == CallBlock.NEVER ? Double.POSITIVE_INFINITY : Double.NaN;
  }

  /// Whether it made no attempt of its own, but awaited an identical call of another analysis: that
  /// one has the time, the cost and, once, the verdict.
  public boolean isJoined() {
    return is(CallBlock.JOINED);
  }

  /// What it cost as logged, in millionths of a dollar; no number when that is not known.
  public double costMicros() {
    return is(CallBlock.JOINED | CallBlock.UNPRICED) ? Double.NaN : block.cost.get(row);
  }

  /// All that was read, caches included, in tokens.
  public int inputTokens() {
    return (int) block.input.get(row);
  }

  /// All that was written, thinking included, in tokens.
  public int outputTokens() {
    return (int) block.output.get(row);
  }

  /// What of the input came from a cache, in tokens.
  public int cacheReadTokens() {
    return (int) block.cacheRead.get(row);
  }

  /// What of the input was put into a cache, in tokens.
  public int cacheWriteTokens() {
    return (int) block.cacheWrite.get(row);
  }

  /// What the provider alone says of the whole list.
  public Verdict verdict() {
    return block.verdict.get(row);
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
    return is(CallBlock.CACHE_HIT);
  }

  /// `text`, `image` or `video`; `text` when not said.
  public String modality() {
    return marks().modalityOrText();
  }

  /// The model that answered; empty when not said.
  public String model() {
    return marks().model();
  }

  /// What marks its circumstances.
  public Marks marks() {
    return block.allMarks.get((int) block.marks.get(row));
  }

  /// Adds the number of its marks, of which [Calls#marks] makes marks again.
  public void addMarksTo(BitSet numbers) {
    numbers.set((int) block.marks.get(row));
  }
}
