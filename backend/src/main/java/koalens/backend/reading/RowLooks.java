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
    var looks = new ArrayList<List<ReadWord>>();
    looks.add(words(image, row, recognizer, 1));
    if (ReadLine.confidence(looks.getFirst()) < SURE) {
      looks.add(words(image, row, recognizer, 1.3));
      looks.add(words(image, row, recognizer, 0.77));
    }
    return row.with(looks);
  }

  /// How surely a line is read at first sight, 0 to 100.
  static double confidence(GreyImage image, LinePath line, Recognizer recognizer) {
    return ReadLine.confidence(recognizer.words(LineStrip.of(image, line, STRIP_HEIGHT, 1)));
  }

  private static List<ReadWord> words(
      GreyImage image, PageRow row, Recognizer recognizer, double stretch) {
    var words = new ArrayList<ReadWord>();
    for (LinePath path : row.stretches()) {
      words.addAll(recognizer.words(LineStrip.of(image, path, STRIP_HEIGHT, stretch)));
    }
    return withoutSpecks(words);
  }

  // At a strip's ends a speck or an edge of the paper looks like a mark; what may close a bracket
  // opened on the line before is kept. A hyphen that parts a word stands at the word.
  private static List<ReadWord> withoutSpecks(List<ReadWord> words) {
    var clean = new ArrayList<ReadWord>();
    for (int i = 0; i < words.size(); i++) {
      String text = words.get(i).text();
      text = i == 0 ? text.replaceFirst("^[\\p{Punct}‘’“”„«»—–&&[^(\\[*%)\\]]]+", "") : text;
      text = i == words.size() - 1 ? text.replaceFirst("['‘’“”„|_~`]+$|^[-–—=]+$", "") : text;
      if (!text.isEmpty()) {
        clean.add(new ReadWord(text, words.get(i).confidence()));
      }
    }
    return clean;
  }
}
