package koalens.backend.reading;

/// A word in a frame of a film.
///
/// @param word as it was read
/// @param cut whether the picture's edge may have cut it
record SeenWord(ReadWord word, boolean cut) {
  private static final double TRUST_IN_CUT = 0.3;

  /// How much its reading counts: another frame shows whole what the edge cuts.
  double weight() {
    return cut ? word.confidence() * TRUST_IN_CUT : word.confidence();
  }
}
