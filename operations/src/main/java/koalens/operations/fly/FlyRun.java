package koalens.operations.fly;

import java.util.List;

/// What a run of `fly` came to.
///
/// @param command what was run, as a person would type it
/// @param exitCode what it exited with; 126 when it was stopped because it took too long
/// @param timedOut whether it was stopped because it took too long
/// @param output its last lines, both streams together
public record FlyRun(String command, int exitCode, boolean timedOut, List<String> output) {
  /// Copies the list.
  public FlyRun {
    output = List.copyOf(output);
  }

  /// Whether it says it did what it was asked. That is evidence, no proof: see
  /// `docs/how-to/staging-runbook.md`.
  public boolean saysOk() {
    return exitCode == 0;
  }

  /// Why it failed, in one sentence.
  public String reason() {
    String last = output.isEmpty() ? "it printed nothing" : output.getLast();
    return timedOut
        ? "`%s` was stopped: it took too long; last it said: %s".formatted(command, last)
        : "`%s` exited with %d: %s".formatted(command, exitCode, last);
  }
}
