package koalens.backend.reading;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/// Finds out why a page was read badly.
final class PictureQuality {
  private static final double READ_WELL = 80;
  private static final double SMALL_LINE = 17;
  private static final int DARK = 75;
  private static final int WEAK_CONTRAST = 45;
  private static final int SOFT_EDGE = 62;

  private PictureQuality() {}

  static Set<QualityIssue> of(Page page, List<PrintedList> lists, double confidence) {
    var issues = EnumSet.noneOf(QualityIssue.class);
    boolean anyText =
        page.rows().stream().flatMap(row -> row.words().stream()).anyMatch(PictureQuality::isText);
    if (!anyText) {
      issues.add(QualityIssue.NO_TEXT);
    } else if (lists.isEmpty()) {
      issues.add(QualityIssue.NOT_A_LABEL);
    }
    if (!anyText || confidence < READ_WELL) {
      issues.addAll(causes(page));
    }
    return issues;
  }

  private static boolean isText(ReadWord word) {
    return word.confidence() > 40
        && word.text().codePoints().filter(Character::isLetter).count() > 2;
  }

  private static Set<QualityIssue> causes(Page page) {
    var issues = EnumSet.noneOf(QualityIssue.class);
    var light = Light.of(page);
    if (light.paper() < DARK) {
      issues.add(QualityIssue.LOW_LIGHT);
    }
    if (light.blownShare() > 0.02) {
      issues.add(QualityIssue.GLARE);
    }
    List<LinePath> lines = page.rows().stream().flatMap(row -> row.stretches().stream()).toList();
    if (lines.isEmpty()) {
      return issues;
    }
    if (Layout.median(lines.stream().mapToDouble(LinePath::height).toArray()) < SMALL_LINE) {
      issues.add(QualityIssue.TEXT_TOO_SMALL);
    } else if (sharpness(page, lines) < SOFT_EDGE || light.contrast() < WEAK_CONTRAST) {
      issues.add(
          light.contrast() < WEAK_CONTRAST && light.paper() < DARK
              ? QualityIssue.LOW_LIGHT
              : QualityIssue.BLUR);
    }
    return issues;
  }

  /// How steep the edges of letters are: the steepest step from one pixel to the next in most
  /// lines, in a strip of given height with full contrast.
  private static double sharpness(Page page, List<LinePath> lines) {
    return Layout.median(
        lines.stream()
            .limit(30)
            .mapToDouble(line -> steepest(LineStrip.of(page.upright(), line, 48, 1)))
            .toArray());
  }

  private static double steepest(GreyImage strip) {
    var steps = new int[256];
    int count = 0;
    for (int y = 0; y < strip.height(); y++) {
      for (int x = 1; x < strip.width(); x++) {
        steps[Math.abs(strip.at(x, y) - strip.at(x - 1, y))]++;
        count++;
      }
    }
    int above = count / 100;
    int step = 255;
    for (int seen = steps[step]; seen < above && step > 0; seen += steps[step]) {
      step--;
    }
    return step;
  }
}
