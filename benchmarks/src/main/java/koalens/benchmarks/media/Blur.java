package koalens.benchmarks.media;

/// What a lens out of focus and a hand that shakes do to a picture.
final class Blur {
  private Blur() {}

  /// Out of focus.
  ///
  /// @param spread in pixels; 0 for sharp
  static float[][] soft(float[][] planes, int width, int height, double spread) {
    if (spread <= 0) {
      return planes;
    }
    int reach = (int) Math.ceil(spread * 2.5);
    var weights = new float[2 * reach + 1];
    float sum = 0;
    for (int i = -reach; i <= reach; i++) {
      weights[i + reach] = (float) Math.exp(-i * i / (2 * spread * spread));
      sum += weights[i + reach];
    }
    for (int i = 0; i < weights.length; i++) {
      weights[i] /= sum;
    }
    var blurred = new float[planes.length][];
    for (int i = 0; i < planes.length; i++) {
      blurred[i] =
          along(along(planes[i], width, height, weights, false), width, height, weights, true);
    }
    return blurred;
  }

  /// Moved along the rows while the shutter was open.
  ///
  /// @param length in pixels; 0 for still
  static float[][] shaken(float[][] planes, int width, int height, int length) {
    if (length < 2) {
      return planes;
    }
    int reach = length / 2;
    var weights = new float[2 * reach + 1];
    java.util.Arrays.fill(weights, 1f / weights.length);
    var blurred = new float[planes.length][];
    for (int i = 0; i < planes.length; i++) {
      blurred[i] = along(planes[i], width, height, weights, false);
    }
    return blurred;
  }

  private static float[] along(
      float[] plane, int width, int height, float[] weights, boolean down) {
    int reach = weights.length / 2;
    var result = new float[plane.length];
    for (int y = 0; y < height; y++) {
      for (int x = 0; x < width; x++) {
        float sum = 0;
        for (int i = -reach; i <= reach; i++) {
          int at =
              down
                  ? Math.clamp(y + i, 0, height - 1) * width + x
                  : y * width + Math.clamp(x + i, 0, width - 1);
          sum += weights[i + reach] * plane[at];
        }
        result[y * width + x] = sum;
      }
    }
    return result;
  }
}
