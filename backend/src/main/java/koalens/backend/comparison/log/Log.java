package koalens.backend.comparison.log;

import java.util.List;

/// What a log says.
///
/// @param calls the calls in the order in which they began
/// @param intake what was read, and what was not used
public record Log(List<Call> calls, Intake intake) {
  /// Copies the list.
  public Log {
    calls = List.copyOf(calls);
  }
}
