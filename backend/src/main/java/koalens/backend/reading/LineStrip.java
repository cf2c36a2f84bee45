package koalens.backend.reading;

/// A line of text cut out of a picture, made straight, dark on white.
final class LineStrip {
  /// How much paper is left before and behind the text.
  static final int MARGIN = 10;

  private LineStrip() {}

  /// @param height of the text in the strip, in pixels
  /// @param stretch how much wider than in the picture
  static GreyImage of(GreyImage image, LinePath line, int height, double stretch) {
    double step = line.height() / height;
    GreyImage source = image;
    double times = 1;
    while (step * times > 1.8) {
      source = source.halved();
      times /= 2;
    }
    LinePath path = line.scaled(times);
    int width = Math.clamp(Math.round(line.length() / step * stretch), 8, 4000);
    var levels = new float[width * height];
    for (int x = 0; x < width; x++) {
      double along = path.from() + (x + 0.5) / width * path.length();
      for (int y = 0; y < height; y++) {
        double across = ((y + 0.5) / height - 0.5) * path.height();
        levels[y * width + x] = source.at(path.x(along, across) - 0.5, path.y(along, across) - 0.5);
      }
    }
    return framed(darkOnWhite(levels, width, height), width, height);
  }

  private static float[] darkOnWhite(float[] levels, int width, int height) {
    float[] sorted = levels.clone();
    java.util.Arrays.sort(sorted);
    float low = sorted[sorted.length / 50];
    float high = sorted[sorted.length - 1 - sorted.length / 50];
    float median = sorted[sorted.length / 2];
    // Ink covers less than paper.
    boolean light = median - low < high - median;
    if (light) {
      for (int i = 0; i < levels.length; i++) {
        levels[i] = 255 - levels[i];
      }
    }
    return flattened(levels, width, height);
  }

  /// Divides by the paper's brightness, which changes along the line.
  private static float[] flattened(float[] levels, int width, int height) {
    int reach = height;
    var paper = new float[width];
    var ink = new float[width];
    for (int x = 0; x < width; x++) {
      var column = new float[height];
      for (int y = 0; y < height; y++) {
        column[y] = levels[y * width + x];
      }
      java.util.Arrays.sort(column);
      paper[x] = column[(int) (height * 0.85)];
      ink[x] = column[(int) (height * 0.03)];
    }
    var flat = new float[levels.length];
    for (int x = 0; x < width; x++) {
      float p = 0;
      float k = 255;
      float sum = 0;
      int n = 0;
      for (int i = Math.max(0, x - reach); i <= Math.min(width - 1, x + reach); i++) {
        sum += paper[i];
        n++;
        p = Math.max(p, paper[i]);
        k = Math.min(k, ink[i]);
      }
      p = (p + sum / n) / 2;
      float range = Math.max(24, p - k);
      for (int y = 0; y < height; y++) {
        flat[y * width + x] = 255 * Math.clamp((levels[y * width + x] - k) / range, 0f, 1f);
      }
    }
    return flat;
  }

  private static GreyImage framed(float[] levels, int width, int height) {
    int w = width + 2 * MARGIN;
    int h = height + 2 * MARGIN;
    var bytes = new byte[w * h];
    java.util.Arrays.fill(bytes, (byte) 255);
    for (int y = 0; y < height; y++) {
      for (int x = 0; x < width; x++) {
        bytes[(y + MARGIN) * w + x + MARGIN] = (byte) Math.round(levels[y * width + x]);
      }
    }
    return new GreyImage(w, h, bytes);
  }
}
