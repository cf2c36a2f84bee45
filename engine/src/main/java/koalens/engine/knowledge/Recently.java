package koalens.engine.knowledge;

import org.jspecify.annotations.Nullable;

/// What was found out lately, so that it need not be found out again: a table with one place for
/// each hash, where the newest stays. It never grows, and what is not there any more is merely made
/// anew. Thread-safe for immutable values.
///
/// @param <V> what is kept
final class Recently<V> {
  private static final int MIXES = 0x9E3779B9;

  private final @Nullable V[] places;
  private final int shift;

  /// @param bits two to the power of it is the number of places
  @SuppressWarnings("unchecked") // Java makes no other array of what is not known yet
  Recently(int bits) {
    this.places = (@Nullable V[]) new Object[1 << bits];
    this.shift = Integer.SIZE - bits;
  }

  /// The value kept last for the hash, or for one that shares its place: the caller must look.
  @Nullable V at(int hash) {
    return places[(hash * MIXES) >>> shift];
  }

  void keep(int hash, V value) {
    places[(hash * MIXES) >>> shift] = value;
  }
}
