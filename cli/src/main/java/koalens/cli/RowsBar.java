package koalens.cli;

import java.io.Console;
import java.io.PrintWriter;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import koalens.cli.batch.Progress;

/// Shows how far a catalogue is, and how fast it goes: as a line that is written over where
/// somebody looks on, else as a line now and then, so that a log tells it too. Used by one thread.
final class RowsBar implements Progress {
  private static final int WIDTH = 30;
  private static final Duration LOOKED_AT = Duration.ofMillis(100);
  private static final Duration LOGGED = Duration.ofSeconds(10);

  private final PrintWriter err;
  private final boolean terminal;
  private final long began = System.nanoTime();
  private long shown = began;

  RowsBar(PrintWriter err) {
    this.err = err;
    this.terminal = Optional.ofNullable(System.console()).filter(Console::isTerminal).isPresent();
  }

  @Override
  public void at(long rows, double share) {
    long now = System.nanoTime();
    if (now - shown < (terminal ? LOOKED_AT : LOGGED).toNanos()) {
      return;
    }
    shown = now;
    int filled = (int) (WIDTH * share);
    String bar = "#".repeat(filled) + ".".repeat(WIDTH - filled);
    double seconds = (now - began) / 1e9;
    String line =
        String.format(
            Locale.ROOT, "[%s] %.0f %%, %d rows, %.0f/s", bar, 100 * share, rows, rows / seconds);
    err.print(terminal ? "\r\033[K" + line : line + System.lineSeparator());
    err.flush();
  }

  /// Lets what follows begin on a clean line.
  void end() {
    if (terminal) {
      err.print("\r\033[K");
      err.flush();
    }
  }
}
