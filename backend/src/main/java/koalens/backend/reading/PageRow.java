package koalens.backend.reading;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/// A row of text on a page, of one or more stretches.
///
/// @param stretches where it runs, from the left
/// @param block which paragraph it belongs to
/// @param looks what different ways of looking recognised, the surest first
record PageRow(List<LinePath> stretches, int block, List<Look> looks) {

  PageRow {
    stretches = List.copyOf(stretches);
    looks = List.copyOf(looks);
  }

  /// The same with further looks.
  PageRow with(List<Look> more) {
    var all = new ArrayList<>(looks);
    all.addAll(more);
    all.sort(Comparator.comparingDouble(look -> -look.confidence()));
    return new PageRow(stretches, block, all);
  }

  List<ReadWord> words() {
    return looks.isEmpty() ? List.of() : looks.getFirst().words();
  }

  boolean hasHeading() {
    return headingAt() >= 0;
  }

  /// Which word is a heading; -1 when none is.
  int headingAt() {
    return ListHeading.at(words());
  }

  /// What stands before its heading and belongs to what is above; none where only a country's mark
  /// does.
  Optional<PageRow> beforeHeading() {
    return LanguageMark.areAll(words().subList(0, Math.max(0, headingAt())))
        ? Optional.empty()
        : Optional.of(
            new PageRow(stretches, block, looks.stream().map(Look::beforeHeading).toList()));
  }

  /// The widest part in which nothing was recognised, in mean letters.
  double bare() {
    return looks.isEmpty() ? Double.MAX_VALUE : looks.getFirst().bare();
  }

  double height() {
    return Layout.median(stretches.stream().mapToDouble(LinePath::height).toArray());
  }
}
