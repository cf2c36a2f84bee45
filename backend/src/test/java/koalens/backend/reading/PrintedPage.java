package koalens.backend.reading;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// A page whose rows lie where a test says, as if they had been found and recognised. Laid out by
/// [Layout] as any other.
final class PrintedPage {
  static final double HEIGHT = 30;
  private static final double LETTER = 0.45;
  private static final int WIDTH = 1400;
  private static final int LONG = 2000;
  private static final double SURE = 90;

  private final List<LinePath> paths = new ArrayList<>();
  private final Map<LinePath, String> texts = new HashMap<>();
  private final Map<LinePath, Double> confidences = new HashMap<>();
  private double next = 100;
  private int length = LONG;

  /// Rows below each other.
  ///
  /// @param pitch from row to row, in heights of one
  static PrintedPage of(double pitch, String... rows) {
    return new PrintedPage().rows(pitch, rows);
  }

  PrintedPage rows(double pitch, String... rows) {
    for (String row : rows) {
      row(100, HEIGHT, row);
      next += pitch * HEIGHT;
    }
    return this;
  }

  /// Leaves paper free, in heights of a row.
  PrintedPage gap(double heights) {
    next += heights * HEIGHT;
    return this;
  }

  /// A row below the others that is read less surely than them.
  PrintedPage unsure(double confidence, String row) {
    rows(1.4, row);
    confidences.put(paths.getLast(), confidence);
    return this;
  }

  /// Ends the picture so many heights of a row below the middle of the last one.
  PrintedPage paperBelow(double heights) {
    length = (int) (paths.getLast().middleY() + heights * HEIGHT);
    return this;
  }

  PrintedPage row(double left, double height, String text) {
    double length = text.length() * LETTER * height;
    var path = new LinePath(0, 0, 0, left, left + length, next, 0, 0, height);
    paths.add(path);
    texts.put(path, text);
    return this;
  }

  Page page() {
    var rows = new ArrayList<PageRow>();
    List<List<List<LinePath>>> blocks = Layout.blocks(paths);
    for (int block = 0; block < blocks.size(); block++) {
      for (List<LinePath> stretches : blocks.get(block)) {
        rows.add(new PageRow(stretches, block, List.of(new Look(words(stretches), 0))));
      }
    }
    var picture = new GreyImage(WIDTH, length, new byte[WIDTH * length]);
    return new Page(picture, picture, 0, rows, List.of(), false);
  }

  private List<ReadWord> words(List<LinePath> stretches) {
    return stretches.stream()
        .flatMap(stretch ->
            Arrays.stream(texts.getOrDefault(stretch, "").split(" ", -1))
                .map(word -> new ReadWord(word, confidences.getOrDefault(stretch, SURE))))
        .toList();
  }

  LabelReading reading() {
    return Readings.of(page());
  }
}
