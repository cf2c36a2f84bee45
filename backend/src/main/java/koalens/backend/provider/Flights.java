package koalens.backend.provider;

import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.atomic.AtomicBoolean;

/// The calls under way, by what they ask. Thread-safe.
///
/// @param <K> what is asked
/// @param <V> what is answered
final class Flights<K, V> {
  private final ConcurrentMap<K, Flight<V>> underWay = new ConcurrentHashMap<>();

  /// A place on a flight.
  ///
  /// @param joined whether somebody else started it
  record Seat<V>(Flight<V> flight, boolean joined) {}

  /// A place on the flight that asks the same, else on a new one.
  Seat<V> board(K key, Callable<V> call) {
    var joined = new AtomicBoolean();
    Flight<V> flight =
        underWay.compute(
            key,
            (_, known) -> {
              boolean boards = known != null && known.join();
              joined.set(boards);
              return boards ? known : Flight.start(call, landed -> underWay.remove(key, landed));
            });
    return new Seat<>(flight, joined.get());
  }
}
