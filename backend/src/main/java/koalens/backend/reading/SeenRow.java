package koalens.backend.reading;

import java.util.ArrayList;
import java.util.List;

/// A row of text in a frame of a film.
///
/// @param words left to right
/// @param sight how much of the row the frame shows
record SeenRow(List<SeenWord> words, RowSight sight) {

  SeenRow {
    words = List.copyOf(words);
  }

  /// A line of a reading with the words marked that the picture's edge may have cut.
  static SeenRow of(ReadLine line, RowSight sight, LabelReading reading) {
    int last = line.words().size() - 1;
    var words = new ArrayList<SeenWord>();
    for (int i = 0; i <= last; i++) {
      boolean cut =
          (i == 0 && isAtEdge(line, 0, 3, reading)) || (i == last && isAtEdge(line, 1, 2, reading));
      words.add(new SeenWord(line.words().get(i), cut));
    }
    return new SeenRow(words, sight);
  }

  boolean begins() {
    return sight.begins() && !words.getFirst().cut();
  }

  boolean ends() {
    return sight.ends() && !words.getLast().cut();
  }

  /// Whether two corners of a line, those at its beginning or end, lie nearly at the picture's
  /// edge.
  private static boolean isAtEdge(ReadLine line, int top, int bottom, LabelReading reading) {
    Corner one = line.outline().get(top);
    Corner other = line.outline().get(bottom);
    double near = Math.hypot(one.x() - other.x(), one.y() - other.y()) / 2;
    double x = (one.x() + other.x()) / 2.0;
    double y = (one.y() + other.y()) / 2.0;
    return x < near || y < near || x > reading.width() - near || y > reading.height() - near;
  }
}
