package koalens.backend.comparison.log;

import java.util.BitSet;

/// What lines say of a thousand calls of one provider in one role, in columns, while a log is read.
/// [GatheredCall] gives the columns their meaning.
final class GatheredBlock {
  static final int ROW_BITS = 10;
  static final int ROWS = 1 << ROW_BITS;

  final Arm arm;
  final Role role;
  final Column analysis = new Column(ROWS, 0);
  final Column item = new Column(ROWS, 0);
  final Column unit = new Column(ROWS, 0);
  final Column start = new Column(ROWS, Line.NOT_SAID);
  final Column lasted = new Column(ROWS, GatheredCall.NO_TIME);
  final Column untimed = new Column(ROWS, 0);
  final Column response = new Column(ROWS, GatheredCall.NO_TIME);
  final Column attempts = new Column(ROWS, 0);
  final Column lastAttempt = new Column(ROWS, 0);
  final Column cost = new Column(ROWS, 0);
  final Column input = new Column(ROWS, 0);
  final Column output = new Column(ROWS, 0);
  final Column cacheRead = new Column(ROWS, 0);
  final Column cacheWrite = new Column(ROWS, 0);
  final Column marks = new Column(ROWS, 0);
  final Constants<Outcome> lastOutcome = outcomes();
  final Constants<Outcome> responseOutcome = outcomes();
  final Constants<Verdict> verdict = verdicts();
  final Constants<Verdict> said = verdicts();
  final Constants<Verdict> engineVerdict = verdicts();
  final Constants<Verdict> answered = verdicts();
  final Constants<Served> served = new Constants<>(ROWS, CallBlock.SERVED, Served.NOT_SAID);
  final BitSet sticky = new BitSet();
  final BitSet responded = new BitSet();
  final BitSet cacheHit = new BitSet();
  final BitSet joined = new BitSet();
  final BitSet unpriced = new BitSet();

  GatheredBlock(Arm arm, Role role) {
    this.arm = arm;
    this.role = role;
  }

  private static Constants<Outcome> outcomes() {
    return new Constants<>(ROWS, CallBlock.OUTCOMES, Outcome.UNKNOWN);
  }

  private static Constants<Verdict> verdicts() {
    return new Constants<>(ROWS, CallBlock.VERDICTS, Verdict.NONE);
  }

  /// Stands for a row of a block.
  static int place(int block, int row) {
    return block << ROW_BITS | row;
  }

  static GatheredCall call(GatheredBlock[] blocks, int place) {
    return new GatheredCall(blocks[place >>> ROW_BITS], place & (ROWS - 1));
  }
}
