package koalens.cli.batch;

import java.util.Optional;

/// One food of a catalogue.
///
/// @param number its place in the file, from 1
/// @param id what the file calls it; empty when it has no such column
/// @param text its label
/// @param fault why it cannot be read; then the text is empty
record Row(long number, String id, String text, Optional<String> fault) {

  private static final char REPLACEMENT = '\uFFFD';

  /// A row that can be read, unless bytes of it were no UTF-8: its words are not what stood there.
  static Row of(long number, String id, String text) {
    if (text.indexOf(REPLACEMENT) >= 0) {
      return faulty(number, "not UTF-8 text: save the file as UTF-8");
    }
    return new Row(number, id, text, Optional.empty());
  }

  static Row faulty(long number, String fault) {
    return new Row(number, "", "", Optional.of(fault));
  }
}
