package koalens.backend.reading;

/// Hears how far a reading is. Called by the thread that reads.
@FunctionalInterface
public interface ReadingProgress {
  /// Hears nothing.
  ReadingProgress NONE = (_, _) -> {};

  /// Something was done.
  ///
  /// @param done how many steps are done
  /// @param of how many there are, as far as is known; may grow
  void at(int done, int of);

  /// The photo or film was decoded and is about to be read; once, before anything is read.
  default void looksAt(SeenMedium medium) {}
}
