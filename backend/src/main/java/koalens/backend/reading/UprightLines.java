package koalens.backend.reading;

import java.util.Comparator;
import java.util.List;

/// The lines of text found in a picture, turned so that they lie.
///
/// @param image the picture as turned
/// @param quarters how many quarters clockwise it was turned
/// @param lines in no order
/// @param scale how many pixels were seen for one of the picture's
record UprightLines(GreyImage image, int quarters, List<LinePath> lines, double scale) {
  static final int LOW_RESOLUTION = 1280;
  static final int HIGH_RESOLUTION = 2560;

  UprightLines {
    lines = List.copyOf(lines);
  }

  /// @param resolution to how many pixels the longer side is scaled before it is searched
  static UprightLines find(GreyImage picture, int resolution, TextDetector detector) {
    double scale = TextDetector.scale(picture, resolution);
    List<LinePath> lines = detector.find(picture, resolution);
    if (!stand(lines)) {
      return new UprightLines(picture, 0, lines, scale);
    }
    GreyImage turned = picture.turned(1);
    return new UprightLines(turned, 1, detector.find(turned, resolution), scale);
  }

  // Whether most text runs up or down.
  private static boolean stand(List<LinePath> lines) {
    double standing = 0;
    double all = 0;
    for (LinePath line : lines) {
      double length = Math.max(0, line.length() - 2 * line.height());
      all += length;
      standing += Math.abs(line.angleAt(line.middle())) > Math.PI / 4 ? length : 0;
    }
    return standing > all / 2;
  }

  /// The same upside down.
  UprightLines over() {
    return new UprightLines(
        image.turned(2),
        quarters + 2,
        lines.stream().map(line -> line.over(image.width(), image.height())).toList(),
        scale);
  }

  /// The lines with most letters.
  List<LinePath> longest(int count) {
    return lines.stream()
        .sorted(Comparator.comparingDouble((LinePath line) -> -line.length() / line.height()))
        .limit(count)
        .toList();
  }
}
