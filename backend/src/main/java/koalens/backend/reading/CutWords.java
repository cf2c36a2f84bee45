package koalens.backend.reading;

import java.util.ArrayList;
import java.util.List;

/// Trusts words little that the picture's edge may have cut: another frame shows them whole.
final class CutWords {
  private static final double TRUST = 0.3;

  private CutWords() {}

  /// The words of a line as they may vote.
  static List<ReadWord> of(ReadLine line, LabelReading reading) {
    var words = new ArrayList<>(line.words());
    if (!words.isEmpty() && isAtEdge(line, 0, 3, reading)) {
      words.set(0, doubted(words.getFirst()));
    }
    if (!words.isEmpty() && isAtEdge(line, 1, 2, reading)) {
      words.set(words.size() - 1, doubted(words.getLast()));
    }
    return words;
  }

  private static ReadWord doubted(ReadWord word) {
    return new ReadWord(word.text(), word.confidence() * TRUST);
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
