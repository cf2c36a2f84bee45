package koalens.backend.comparison.log;

import java.util.Arrays;
import java.util.List;

/// A column of an enum's constants, a byte each. Takes no memory until one differs from the
/// standard.
///
/// @param <E> the enum
final class Constants<E extends Enum<E>> {
  private final List<E> all;
  private final E standard;
  private byte[] places = {};

  /// @param all the enum's constants
  /// @param standard what each row has at first
  Constants(List<E> all, E standard) {
    this.all = all;
    this.standard = standard;
  }

  E get(int row) {
    return row < places.length ? all.get(places[row]) : standard;
  }

  void set(int row, E constant) {
    if (places.length == 0) {
      if (constant == standard) {
        return;
      }
      places = new byte[CallBlock.ROWS];
      Arrays.fill(places, (byte) all.indexOf(standard));
    }
    places[row] = (byte) all.indexOf(constant);
  }
}
