package koalens.benchmarks.media;

import java.awt.FontMetrics;
import java.util.ArrayList;
import java.util.List;

/// Breaks a text into lines of a width, with hyphens within words.
///
/// @param metrics of the letters
/// @param width of the column, in pixels
record NarrowColumn(FontMetrics metrics, int width) {
  private static final int LEAST_LETTERS = 3;

  List<String> lines(String text) {
    var lines = new ArrayList<String>();
    var line = new StringBuilder();
    for (String word : text.replace('\n', ' ').split(" ", -1)) {
      String rest = word;
      while (!fits(line, rest, "")) {
        int head = longestHead(line, rest);
        if (head > 0) {
          append(line, rest.substring(0, head) + "-");
          rest = rest.substring(head);
        }
        lines.add(line.toString());
        line.setLength(0);
      }
      append(line, rest);
    }
    lines.add(line.toString());
    return lines;
  }

  private static void append(StringBuilder line, String word) {
    line.append(line.isEmpty() ? "" : " ").append(word);
  }

  private boolean fits(StringBuilder line, String word, String end) {
    String whole = line + (line.isEmpty() ? "" : " ") + word + end;
    return metrics.stringWidth(whole) <= width;
  }

  // Letters alone are parted; 0 when none fits.
  private int longestHead(StringBuilder line, String word) {
    for (int head = word.length() - LEAST_LETTERS; head >= LEAST_LETTERS; head--) {
      boolean letters =
          word.substring(head - LEAST_LETTERS, head + LEAST_LETTERS)
              .codePoints()
              .allMatch(Character::isLetter);
      if (letters && fits(line, word.substring(0, head), "-")) {
        return head;
      }
    }
    // A word longer than the column must be parted somewhere.
    return line.isEmpty() ? Math.max(1, word.length() / 2) : 0;
  }
}
