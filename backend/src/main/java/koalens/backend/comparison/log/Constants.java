package koalens.backend.comparison.log;

/// A column of an enum's constants, a byte each. Takes no memory until one differs from the
/// standard.
///
/// @param <E> the enum
final class Constants<E extends Enum<E>> {
  private final Kind<E> kind;
  private final Column places;

  /// @param kind which constants
  /// @param standard what each row has at first
  Constants(int rows, Kind<E> kind, E standard) {
    this.kind = kind;
    this.places = new Column(rows, kind.place(standard));
  }

  E get(int row) {
    return kind.all[(int) places.get(row)];
  }

  void set(int row, E constant) {
    places.set(row, kind.place(constant));
  }

  /// The places of its constants.
  Column places() {
    return places;
  }

  /// An enum's constants by their places.
  ///
  /// @param <E> the enum
  static final class Kind<E extends Enum<E>> {
    private final E[] all;

    Kind(Class<E> type) {
      all = type.getEnumConstants();
    }

    // There are few of them.
    int place(E constant) {
      int place = 0;
      while (all[place] != constant) {
        place++;
      }
      return place;
    }
  }
}
