package koalens.emulator.wire;

import java.time.Duration;
import koalens.emulator.scenario.Fate;

/// What one provider answers. Thread-safe.
public interface Api {
  /// The largest body it takes, in bytes.
  int largestBody();

  /// Whether what the scenario has in store holds for this request; it does not for what only looks
  /// something up.
  boolean isFated(Request request);

  /// Whether outages hold for this request, though the scenario has nothing else in store for it.
  default boolean breaksDown(Request request) {
    return false;
  }

  /// When the first byte of the answer leaves, counted from the request.
  default Duration latency(Request request, Fate fate) {
    return fate.latency();
  }

  /// What an answer carries as the id of its request.
  String requestId(Fate fate);

  /// The answer to a request, with the faults the API itself speaks of.
  Reply answer(Request request, Fate fate);

  /// The error for a request larger than the API takes.
  Reply tooLarge(Request request);
}
