package koalens.backend.reading;

/// What a picture shows for sure of a row of text, so that its silence may be trusted.
///
/// @param begins whether its beginning is in sight
/// @param ends whether its end is
/// @param unbroken whether nothing is hidden between its words
/// @param joined whether no row is hidden between it and the next of its column
/// @param last whether the list ends with it
/// @param room from its end to the right side of its column, in heights of the row; 0 where lines
///   are centred
/// @param letter mean width of its letters, in heights of the row
record RowSight(
    boolean begins,
    boolean ends,
    boolean unbroken,
    boolean joined,
    boolean last,
    double room,
    double letter) {
  private static final double SLACK = 2.5;

  boolean isWhole() {
    return begins && ends && unbroken && joined;
  }

  /// Whether it ends where the next word would have had room: a printer breaks a line where it has
  /// none.
  boolean endsShort(ReadWord next) {
    return room > letter * (next.text().length() + 1) + SLACK;
  }
}
