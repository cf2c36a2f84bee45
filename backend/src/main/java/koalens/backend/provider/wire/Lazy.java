package koalens.backend.provider.wire;

import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// Something slow to make, made at its first use. Thread-safe.
///
/// @param <T> what is made
public final class Lazy<T> {
  private final Supplier<T> maker;
  private volatile @Nullable T made;

  /// Makes it when it is first asked for.
  public Lazy(Supplier<T> maker) {
    this.maker = maker;
  }

  /// It.
  public T get() {
    T known = made;
    return known != null ? known : make();
  }

  /// It, where it was made.
  public Optional<T> ifMade() {
    return Optional.ofNullable(made);
  }

  private synchronized T make() {
    T known = made;
    if (known == null) {
      known = maker.get();
      made = known;
    }
    return known;
  }
}
