package koalens.backend.reading;

import java.util.ArrayList;
import java.util.List;

/// A part of a picture that is looked at by itself, and the core of it that counts: at a part's
/// edges there is too little around to tell.
///
/// @param seen the part, core and margin
/// @param core what counts
record Tile(Area seen, Area core) {
  /// The longest side, as long as a picture in low resolution.
  private static final int LONGEST = 1280;

  private static final int MARGIN = 96;

  /// Of which the network takes sides.
  private static final int MULTIPLE = 32;

  /// A rectangle of pixels.
  record Area(int left, int top, int right, int bottom) {
    int width() {
      return right - left;
    }

    int height() {
      return bottom - top;
    }
  }

  /// The tiles whose cores cover a picture of that size, whose sides are multiples of what the
  /// network takes.
  static List<Tile> of(int width, int height) {
    var tiles = new ArrayList<Tile>();
    for (Stretch rows : stretches(height)) {
      for (Stretch columns : stretches(width)) {
        var core = new Area(columns.from(), rows.from(), columns.to(), rows.to());
        var seen =
            new Area(
                Math.max(0, core.left() - MARGIN),
                Math.max(0, core.top() - MARGIN),
                Math.min(width, core.right() + MARGIN),
                Math.min(height, core.bottom() + MARGIN));
        tiles.add(new Tile(seen, core));
      }
    }
    return tiles;
  }

  private record Stretch(int from, int to) {}

  private static List<Stretch> stretches(int length) {
    if (length <= LONGEST) {
      return List.of(new Stretch(0, length));
    }
    var stretches = new ArrayList<Stretch>();
    int count = Math.ceilDiv(length, LONGEST - 2 * MARGIN);
    int each = Math.ceilDiv(length / MULTIPLE, count) * MULTIPLE;
    for (int from = 0; from < length; from += each) {
      stretches.add(new Stretch(from, Math.min(length, from + each)));
    }
    return stretches;
  }

  GreyImage cut(GreyImage image) {
    var levels = new byte[seen.width() * seen.height()];
    for (int y = 0; y < seen.height(); y++) {
      System.arraycopy(
          image.levels(),
          (seen.top() + y) * image.width() + seen.left(),
          levels,
          y * seen.width(),
          seen.width());
    }
    return new GreyImage(seen.width(), seen.height(), levels);
  }

  /// Copies the core of what was found in the part into what is found in the whole.
  void put(float[] part, float[] whole, int width) {
    for (int y = core.top(); y < core.bottom(); y++) {
      System.arraycopy(
          part,
          (y - seen.top()) * seen.width() + core.left() - seen.left(),
          whole,
          y * width + core.left(),
          core.width());
    }
  }
}
