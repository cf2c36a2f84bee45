package koalens.cli;

import java.io.PrintWriter;
import koalens.backend.analysis.MediaProgress;

/// Shows how far a reading is: as a bar that grows where somebody looks on, else a line for each
/// quarter, so that a log tells it too. Used by one thread.
final class ReadingBar implements MediaProgress {
  private static final int WIDTH = 30;
  private static final int QUARTERS = 4;

  private final PrintWriter err;
  private final boolean terminal;
  private int shown = -1;

  /// @param err where to
  /// @param terminal whether that is a terminal, which can go back to a line's start
  ReadingBar(PrintWriter err, boolean terminal) {
    this.err = err;
    this.terminal = terminal;
  }

  @Override
  public void at(Step step) {
    switch (step) {
      case Step.Waiting(int ahead) -> {
        if (ahead > 0) {
          say("waiting, %d before this one".formatted(ahead));
        }
      }
      case Step.Looking _ -> {}
      case Step.Reading(int done, int of) -> reading(done, Math.max(of, 1));
      case Step.Judging() -> judging();
    }
  }

  private void reading(int done, int of) {
    int parts = terminal ? WIDTH : QUARTERS;
    int filled = Math.min(parts, done * parts / of);
    if (filled == shown) {
      return;
    }
    shown = filled;
    say(
        terminal
            ? "reading [%s%s] %d of %d"
                .formatted("#".repeat(filled), ".".repeat(parts - filled), done, of)
            : "reading %d of %d".formatted(done, of));
  }

  private void judging() {
    say("judging");
    if (terminal) {
      // The answer begins on a clean line.
      err.print("\r\033[K");
      err.flush();
    }
  }

  private void say(String what) {
    if (terminal) {
      err.print("\r\033[K" + what);
    } else {
      err.println(what);
    }
    err.flush();
  }
}
