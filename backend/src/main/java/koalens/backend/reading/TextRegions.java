package koalens.backend.reading;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// Connected regions of a likelihood map, each as the path of a line. The map marks the core of a
/// line of text: about two fifths of its height.
final class TextRegions {
  private static final float LEAST = 0.3f;
  private static final float LEAST_MEAN = 0.5f;
  private static final int LEAST_PIXELS = 12;

  /// How much higher a line is than its core.
  private static final double UNSHRUNK = 2.5;

  private final float[] likelihood;
  private final int width;
  private final int height;
  private final int[] queue;
  private final boolean[] seen;

  TextRegions(float[] likelihood, int width, int height) {
    this.likelihood = likelihood;
    this.width = width;
    this.height = height;
    this.queue = new int[likelihood.length];
    this.seen = new boolean[likelihood.length];
  }

  List<LinePath> lines() {
    var lines = new ArrayList<LinePath>();
    for (int start = 0; start < likelihood.length; start++) {
      if (!seen[start] && likelihood[start] > LEAST) {
        int count = flood(start);
        if (count >= LEAST_PIXELS && mean(count) >= LEAST_MEAN) {
          lines.add(path(count));
        }
      }
    }
    return lines;
  }

  private int flood(int start) {
    int count = 0;
    queue[count++] = start;
    seen[start] = true;
    for (int next = 0; next < count; next++) {
      int x = queue[next] % width;
      int y = queue[next] / width;
      for (int ny = Math.max(0, y - 1); ny <= Math.min(height - 1, y + 1); ny++) {
        for (int nx = Math.max(0, x - 1); nx <= Math.min(width - 1, x + 1); nx++) {
          int neighbour = ny * width + nx;
          if (!seen[neighbour] && likelihood[neighbour] > LEAST) {
            seen[neighbour] = true;
            queue[count++] = neighbour;
          }
        }
      }
    }
    return count;
  }

  private double mean(int count) {
    double sum = 0;
    for (int i = 0; i < count; i++) {
      sum += likelihood[queue[i]];
    }
    return sum / count;
  }

  private LinePath path(int count) {
    double middleX = 0;
    double middleY = 0;
    for (int i = 0; i < count; i++) {
      middleX += x(i);
      middleY += y(i);
    }
    middleX /= count;
    middleY /= count;
    double angle = axis(count, middleX, middleY);
    return along(count, middleX, middleY, angle);
  }

  private double x(int i) {
    return queue[i] % width + 0.5;
  }

  private double y(int i) {
    return Math.floorDiv(queue[i], width) + 0.5;
  }

  // The direction of most spread; of the two, the one that points right.
  private double axis(int count, double middleX, double middleY) {
    double xx = 0;
    double xy = 0;
    double yy = 0;
    for (int i = 0; i < count; i++) {
      double dx = x(i) - middleX;
      double dy = y(i) - middleY;
      xx += dx * dx;
      xy += dx * dy;
      yy += dy * dy;
    }
    return 0.5 * Math.atan2(2 * xy, xx - yy);
  }

  private LinePath along(int count, double middleX, double middleY, double angle) {
    double cos = Math.cos(angle);
    double sin = Math.sin(angle);
    var s = new double[count];
    var t = new double[count];
    for (int i = 0; i < count; i++) {
      double dx = x(i) - middleX;
      double dy = y(i) - middleY;
      s[i] = dx * cos + dy * sin;
      t[i] = dy * cos - dx * sin;
    }
    double from = Arrays.stream(s).min().orElse(0) - 0.5;
    double to = Arrays.stream(s).max().orElse(0) + 0.5;
    double core = count / (to - from);
    Parabola middle = (to - from) / core > 6 ? Parabola.through(s, t) : new Parabola(0, 0, 0);
    double end = core * 1.2;
    return new LinePath(
        middleX,
        middleY,
        angle,
        from - end,
        to + end,
        middle.level(),
        middle.slope(),
        middle.bend(),
        core * UNSHRUNK + 1);
  }
}
