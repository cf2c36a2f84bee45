package koalens.backend.reading;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;

/// Makes one reading of those of several frames.
final class FilmMerge {
  private FilmMerge() {}

  static LabelReading of(List<LabelReading> readings) {
    List<LabelReading> sorted = readings.stream().sorted(FilmReader.BEST_FIRST).toList();
    LabelReading base = sorted.getFirst();
    var others = new LinkedHashSet<>(base.otherTexts());
    for (LabelReading reading : sorted.subList(1, sorted.size())) {
      if (reading.listFound()) {
        others.add(reading.text());
        others.addAll(reading.otherTexts());
      }
    }
    return new LabelReading(
        base.text(),
        new ArrayList<>(others),
        base.listFound(),
        base.confidence(),
        base.complete(),
        base.lines(),
        base.issues(),
        readings.size(),
        readings.indexOf(base),
        base.width(),
        base.height());
  }
}
