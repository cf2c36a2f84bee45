package koalens.backend.reading;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/// Lays what several frames show of one list over each other, line by line and word by word, and
/// lets them vote: a word that most read surely wins; what one frame does not show, another fills
/// in between the words that both have. Not thread-safe.
final class LineVotes {
  /// So much of a frame's words must fit in for the frame to have a say.
  private static final double LEAST_SHARED = 0.3;

  /// Lines that share less are two lines: a short word occurs in many.
  private static final double LEAST_LIKENESS = 0.9;

  private List<VotedLine> lines = new ArrayList<>();

  /// Lets a frame vote; the best one first. Without words in common it has no say.
  ///
  /// @return whether it had
  boolean add(List<SeenRow> rows) {
    if (lines.isEmpty()) {
      List<VotedLine> seen = rows.stream().map(VotedLine::base).toList();
      lines.addAll(seen);
      witness(rows, seen);
      return true;
    }
    int[] partners = partners(rows);
    int words = rows.stream().mapToInt(row -> row.words().size()).sum();
    int shared =
        IntStream.range(0, rows.size())
            .filter(j -> partners[j] >= 0)
            .map(j -> lines.get(partners[j]).aligned(rows.get(j)).shared())
            .sum();
    boolean heard = shared >= LEAST_SHARED * words;
    if (heard) {
      merge(rows, partners);
    }
    return heard;
  }

  /// For each row the line it belongs to; -1 for one that has none yet. Lines grow.
  private int[] partners(List<SeenRow> rows) {
    var best = new double[lines.size() + 1][rows.size() + 1];
    for (int i = 1; i <= lines.size(); i++) {
      for (int j = 1; j <= rows.size(); j++) {
        double alike = lines.get(i - 1).aligned(rows.get(j - 1)).likeness();
        double paired = alike < LEAST_LIKENESS ? 0 : best[i - 1][j - 1] + alike;
        best[i][j] = Math.max(paired, Math.max(best[i - 1][j], best[i][j - 1]));
      }
    }
    return WordAlignment.traced(best);
  }

  private void merge(List<SeenRow> rows, int[] partners) {
    var merged = new ArrayList<VotedLine>();
    var seen = new ArrayList<VotedLine>();
    int next = 0;
    for (int j = 0; j < rows.size(); j++) {
      if (partners[j] >= 0) {
        merged.addAll(lines.subList(next, partners[j]));
        next = partners[j] + 1;
        lines.get(partners[j]).add(rows.get(j));
        seen.add(lines.get(partners[j]));
      } else {
        seen.add(VotedLine.added(rows.get(j)));
      }
      if (!seen.getLast().isEmpty()) {
        merged.add(seen.getLast());
      }
    }
    merged.addAll(lines.subList(next, lines.size()));
    lines = merged;
    witness(rows, seen);
  }

  private static void witness(List<SeenRow> rows, List<VotedLine> seen) {
    for (int j = 0; j + 1 < rows.size(); j++) {
      if (rows.get(j).sight().joined()) {
        seen.get(j).isFollowedBy(seen.get(j + 1));
      }
    }
  }

  /// The list as the frames together have it, line by line.
  List<List<ReadWord>> words() {
    return lines.stream().map(VotedLine::words).toList();
  }

  /// Whether the frames together show the whole list: every word beside the next, every line above
  /// the next, and its end.
  boolean isWhole() {
    for (int i = 0; i < lines.size(); i++) {
      VotedLine line = lines.get(i);
      boolean ends = i + 1 == lines.size() || LabelText.hasHeading(lines.get(i + 1).words());
      boolean goesOn = ends ? line.isSeenLast() : line.isSeenBefore(lines.get(i + 1));
      if (!line.isSeenWhole() || !goesOn) {
        return false;
      }
    }
    return true;
  }
}
