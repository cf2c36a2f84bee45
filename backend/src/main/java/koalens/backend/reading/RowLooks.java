package koalens.backend.reading;

import java.util.ArrayList;
import java.util.List;

/// Looks at a row of text in several ways until it is read surely.
final class RowLooks {
  private static final int STRIP_HEIGHT = 48;
  private static final double SURE = 78;

  private RowLooks() {}

  /// The row with what was recognised in it.
  static PageRow recognised(GreyImage image, PageRow row, Recognizer recognizer) {
    var looks = new ArrayList<Look>();
    looks.add(look(image, row, recognizer, 1));
    if (looks.getFirst().confidence() < SURE) {
      looks.add(look(image, row, recognizer, 1.3));
      looks.add(look(image, row, recognizer, 0.77));
    }
    return row.with(looks);
  }

  /// How surely a line is read at first sight, 0 to 100.
  static double confidence(GreyImage image, LinePath line, Recognizer recognizer) {
    return ReadLine.confidence(
        recognizer.read(LineStrip.of(image, line, STRIP_HEIGHT, 1), LineStrip.MARGIN).words());
  }

  private static Look look(GreyImage image, PageRow row, Recognizer recognizer, double stretch) {
    List<StripText> strips =
        row.stretches().stream()
            .map(path -> LineStrip.of(image, path, STRIP_HEIGHT, stretch))
            .map(strip -> recognizer.read(strip, LineStrip.MARGIN))
            .toList();
    List<ReadWord> words = strips.stream().flatMap(strip -> strip.words().stream()).toList();
    return new Look(withoutSpecks(words), bare(row.stretches(), strips, stretch));
  }

  /// The widest part of the row in which nothing was recognised, in mean letters.
  private static double bare(List<LinePath> stretches, List<StripText> strips, double stretch) {
    if (strips.stream().anyMatch(strip -> strip.words().isEmpty())) {
      return Double.MAX_VALUE;
    }
    double bare = Math.max(strips.getFirst().before(), strips.getLast().behind());
    for (int i = 0; i < strips.size(); i++) {
      bare = Math.max(bare, strips.get(i).within());
      if (i > 0) {
        double gap = stretches.get(i - 1).gapTo(stretches.get(i)) / stretches.get(i).height();
        double between = gap * STRIP_HEIGHT * stretch;
        bare = Math.max(bare, strips.get(i - 1).behind() + between + strips.get(i).before());
      }
    }
    return bare / strips.stream().mapToDouble(StripText::letter).average().orElse(1);
  }

  // At a strip's ends a speck or an edge of the paper looks like a mark; what may close a bracket
  // opened on the line before is kept. A hyphen that parts a word stands at the word.
  static List<ReadWord> withoutSpecks(List<ReadWord> words) {
    var clean = new ArrayList<ReadWord>();
    for (int i = 0; i < words.size(); i++) {
      String text = words.get(i).text();
      text = i == 0 ? text.replaceFirst("^[\\p{Punct}‘’“”„«»—–&&[^(\\[*%)\\]]]+", "") : text;
      text = i == words.size() - 1 ? ended(text) : text;
      if (!text.isEmpty()) {
        clean.add(new ReadWord(text, words.get(i).confidence()));
      }
    }
    return clean;
  }

  // What stands low behind a word at a row's end is a comma, whatever it was taken for; a list that
  // goes on must not seem to end.
  private static String ended(String text) {
    return text.replaceFirst("(?<=[\\p{L}\\p{N}%)*])['‘’`´]$", ",")
        .replaceFirst("['‘’“”„|_~`]+$|^[-–—=]+$", "");
  }
}
