package koalens.backend.reading;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/// Looks for lines again where a first look over the whole picture saw rows too low for it, or took
/// several for one: small print is laid flat, as large as the detector likes it, out of all pixels
/// there are.
///
/// @param detector that looks
/// @param image that is looked at
/// @param scale how many pixels the first look saw for one of the picture's
record CloserLook(TextDetector detector, GreyImage image, double scale) {
  /// Rows of so many pixels are found as well by the first look.
  private static final double LOW = 16;

  /// Where rows so low are no list, one may still be among them.
  private static final double LOWEST = 11;

  /// What the detector likes.
  private static final double IDEAL = 24;

  /// Rows that were taken for one are read less surely than that.
  private static final double UNREAD = 60;

  private static final double MOST_ENLARGED = 2.5;

  /// Fewer pixels more show nothing new.
  private static final double LEAST_FINER = 1.2;

  /// Of all that is laid flat at once, since time goes by pixels; at most once again as many where
  /// that shows rows that are still low.
  private static final double MOST_PIXELS = 3.5e6;

  private static final int MOST_PATCHES = 4;

  /// Less print, in letters about, is a mark or a price.
  private static final double LEAST_LETTERS = 4;

  /// How far apart, in heights of a row, what is printed together stands.
  private static final double NEAR = 6;

  /// How many heights of a row are looked at around it: what was not found at first.
  private static final double MARGIN = 5;

  /// Where no heading was seen more of the list may be missing.
  private static final double WIDE_MARGIN = 10;

  /// Lines found on a patch.
  ///
  /// @param patch that was looked at first
  /// @param last that they were found on
  /// @param open whether a line beside them goes on beyond it
  record Found(Patch patch, Patch last, List<LinePath> lines, boolean open) {
    Found {
      lines = List.copyOf(lines);
    }
  }

  /// What is found where a list is, or may be, in rows that are too low.
  List<Found> at(List<PageRow> rows) {
    List<List<PageRow>> prints = smallPrints(rows);
    List<LinePath> page = lines(rows);
    double share = MOST_PIXELS / prints.size();
    var found = new ArrayList<Found>();
    for (List<PageRow> print : prints) {
      Patch patch = Patch.around(lines(print), page, isHeaded(print) ? MARGIN : WIDE_MARGIN);
      // How low rows are that were taken for one is not known: all pixels there are.
      double wanted = isUnread(print) ? 1 : IDEAL / rowHeight(print);
      double times = patch.times(Math.min(1, wanted), share);
      if (times > LEAST_FINER * scale) {
        found.add(straightened(patch, times, page, share));
      }
    }
    return found;
  }

  /// The lines as a look at their own height finds them, along themselves.
  private Found straightened(Patch patch, double times, List<LinePath> page, double pixels) {
    Found first = found(patch, patch, times);
    List<LinePath> lines = first.lines();
    if (lines.isEmpty() || height(lines) * times > LOW) {
      return first;
    }
    Patch straight = Patch.around(lines, page, MARGIN);
    double larger = straight.times(Math.min(MOST_ENLARGED, IDEAL / height(lines)), pixels);
    return larger > LEAST_FINER * times ? found(patch, straight, larger) : first;
  }

  private Found found(Patch first, Patch patch, double times) {
    GreyImage flat = patch.flat(image, times);
    List<LinePath> all =
        detector.find(flat, flat.longest()).stream()
            .map(line -> patch.inPicture(line, times))
            .toList();
    List<LinePath> held = all.stream().filter(patch::holds).toList();
    boolean open =
        all.stream()
            .filter(patch::cuts)
            .anyMatch(cut -> held.stream().anyMatch(line -> patch.areNeighbours(cut, line)));
    return new Found(first, patch, held, open);
  }

  /// What stands together in small letters, lists first, then what most text is in. Where a list is
  /// seen already, what is unread elsewhere is none.
  private List<List<PageRow>> smallPrints(List<PageRow> rows) {
    var blocks =
        new ArrayList<>(Page.blocks(rows).stream().filter(block -> mayBeSmall(block)).toList());
    blocks.sort(
        Comparator.comparing((List<PageRow> block) -> !isHeaded(block))
            .thenComparingDouble(block -> -letters(block)));
    boolean seesList = isHeaded(rows);
    var prints = new ArrayList<List<PageRow>>();
    while (!blocks.isEmpty()) {
      List<PageRow> block = blocks.removeFirst();
      boolean asked = isHeaded(block) || !seesList || isLowest(block);
      List<PageRow> print = asked ? grown(block, blocks) : block;
      if (asked && letters(print) > LEAST_LETTERS) {
        prints.add(print);
      }
    }
    return prints.subList(0, Math.min(prints.size(), MOST_PATCHES));
  }

  private boolean isLowest(List<PageRow> block) {
    return rowHeight(block) * scale < LOWEST;
  }

  // A list whose heading is read in rows of good height gains nothing by a closer look.
  private boolean mayBeSmall(List<PageRow> block) {
    return isHeaded(block) ? rowHeight(block) * scale < LOW : isLowest(block) || isUnread(block);
  }

  private static boolean isUnread(List<PageRow> block) {
    return ReadLine.confidence(block.stream().flatMap(row -> row.words().stream()).toList())
        < UNREAD;
  }

  private static boolean isHeaded(List<PageRow> block) {
    return block.stream().anyMatch(PageRow::hasHeading);
  }

  private static double letters(List<PageRow> block) {
    return lines(block).stream().mapToDouble(line -> line.length() / line.height()).sum();
  }

  private static List<LinePath> lines(List<PageRow> rows) {
    return rows.stream().flatMap(row -> row.stretches().stream()).toList();
  }

  private static double rowHeight(List<PageRow> rows) {
    return Layout.median(rows.stream().mapToDouble(PageRow::height).toArray());
  }

  private static double height(List<LinePath> lines) {
    return Layout.median(lines.stream().mapToDouble(LinePath::height).toArray());
  }

  private static List<PageRow> grown(List<PageRow> block, List<List<PageRow>> others) {
    var print = new ArrayList<>(block);
    List<List<PageRow>> near = near(print, others);
    while (!near.isEmpty()) {
      near.forEach(print::addAll);
      others.removeAll(near);
      near = near(print, others);
    }
    return print;
  }

  private static List<List<PageRow>> near(List<PageRow> print, List<List<PageRow>> others) {
    double most = NEAR * rowHeight(print);
    return others.stream()
        .filter(block ->
            lines(print).stream()
                .anyMatch(
                    one -> lines(block).stream().anyMatch(other -> distance(one, other) < most)))
        .toList();
  }

  private static double distance(LinePath one, LinePath other) {
    double across = Math.abs(one.middleY() - other.middleY());
    double aside = Math.abs(one.middleX() - other.middleX()) - (one.length() + other.length()) / 2;
    return Math.max(across, aside);
  }
}
