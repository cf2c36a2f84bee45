package koalens.backend.reading;

/// How a picture is lit.
///
/// @param paper how bright its bright parts are, of 255
/// @param contrast how far bright and dark parts lie apart, of 255
/// @param blownShare how much of it is as bright as can be while the rest is not
record Light(int paper, int contrast, double blownShare) {
  private static final int BLOWN = 252;

  static Light of(Page page) {
    var levels = new int[256];
    GreyImage image = page.upright();
    for (byte level : image.levels()) {
      levels[level & 0xFF]++;
    }
    int bright = quantile(levels, image.levels().length, 0.9);
    int dark = quantile(levels, image.levels().length, 0.004);
    long blown = 0;
    for (int i = BLOWN; i < 256; i++) {
      blown += levels[i];
    }
    double share = (double) blown / image.levels().length;
    return new Light(
        bright, bright - dark, quantile(levels, image.levels().length, 0.6) < 215 ? share : 0);
  }

  private static int quantile(int[] levels, int count, double share) {
    long wanted = (long) (count * share);
    int level = 0;
    for (long seen = levels[0]; seen < wanted && level < 255; seen += levels[level]) {
      level++;
    }
    return level;
  }
}
