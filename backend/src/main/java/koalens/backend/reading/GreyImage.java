package koalens.backend.reading;

import java.awt.image.BufferedImage;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/// A picture in levels of grey, 0 black to 255 white, row by row. Nobody changes it once it is
/// shared between threads.
final class GreyImage {
  private final int width;
  private final int height;
  private final byte[] levels;
  private @Nullable GreyImage half;

  GreyImage(int width, int height, byte[] levels) {
    if (levels.length != width * height) {
      throw new IllegalArgumentException("a picture needs one level for each pixel");
    }
    this.width = width;
    this.height = height;
    this.levels = levels;
  }

  /// The grey of a picture in colour, as eyes weigh the colours; what is transparent is white.
  static GreyImage of(BufferedImage picture) {
    int width = picture.getWidth();
    int height = picture.getHeight();
    var levels = new byte[width * height];
    var row = new int[width];
    for (int y = 0; y < height; y++) {
      picture.getRGB(0, y, width, 1, row, 0, width);
      for (int x = 0; x < width; x++) {
        levels[y * width + x] = (byte) grey(row[x]);
      }
    }
    return new GreyImage(width, height, levels);
  }

  private static int grey(int argb) {
    int alpha = argb >>> 24;
    int weighed = 77 * (argb >> 16 & 0xFF) + 150 * (argb >> 8 & 0xFF) + 29 * (argb & 0xFF);
    return alpha == 255 ? weighed >> 8 : (weighed * alpha / 255 + 256 * (255 - alpha)) >> 8;
  }

  /// The same for the JDK; shares nothing.
  BufferedImage buffered() {
    var picture = new BufferedImage(width, height, BufferedImage.TYPE_BYTE_GRAY);
    picture.getRaster().setDataElements(0, 0, width, height, levels);
    return picture;
  }

  int width() {
    return width;
  }

  int height() {
    return height;
  }

  /// The longer of both.
  int longest() {
    return Math.max(width, height);
  }

  /// With more at its right and below, as grey as its last pixels.
  GreyImage padded(int newWidth, int newHeight) {
    if (newWidth == width && newHeight == height) {
      return this;
    }
    var more = new byte[newWidth * newHeight];
    for (int y = 0; y < newHeight; y++) {
      int row = Math.min(y, height - 1) * width;
      System.arraycopy(levels, row, more, y * newWidth, width);
      Arrays.fill(more, y * newWidth + width, (y + 1) * newWidth, levels[row + width - 1]);
    }
    return new GreyImage(newWidth, newHeight, more);
  }

  /// The levels themselves, row by row; not a copy.
  byte[] levels() {
    return levels;
  }

  int at(int x, int y) {
    return levels[y * width + x] & 0xFF;
  }

  /// The level between pixels; beyond the edge that of the nearest one.
  float at(double x, double y) {
    double insideX = Math.clamp(x, 0, width - 1.0);
    double insideY = Math.clamp(y, 0, height - 1.0);
    int left = Math.min((int) insideX, width - 2);
    int top = Math.min((int) insideY, height - 2);
    if (left < 0 || top < 0) {
      return at((int) insideX, (int) insideY);
    }
    double right = insideX - left;
    double bottom = insideY - top;
    double upper = at(left, top) * (1 - right) + at(left + 1, top) * right;
    double lower = at(left, top + 1) * (1 - right) + at(left + 1, top + 1) * right;
    return (float) (upper * (1 - bottom) + lower * bottom);
  }

  /// Half as wide and high, each pixel the mean of four. Made once: every line of a page asks.
  synchronized GreyImage halved() {
    GreyImage made = half;
    if (made == null) {
      made = half();
      half = made;
    }
    return made;
  }

  private GreyImage half() {
    int w = Math.max(1, width / 2);
    int h = Math.max(1, height / 2);
    var means = new byte[w * h];
    for (int y = 0; y < h; y++) {
      int upper = Math.min(2 * y, height - 1) * width;
      int lower = Math.min(2 * y + 1, height - 1) * width;
      for (int x = 0; x < w; x++) {
        int left = Math.min(2 * x, width - 1);
        int right = Math.min(2 * x + 1, width - 1);
        int sum =
            (levels[upper + left] & 0xFF)
                + (levels[upper + right] & 0xFF)
                + (levels[lower + left] & 0xFF)
                + (levels[lower + right] & 0xFF);
        means[y * w + x] = (byte) ((sum + 2) / 4);
      }
    }
    return new GreyImage(w, h, means);
  }

  /// The mean of every so many pixels across and down; what does not fill a square is left out.
  GreyImage averaged(int every) {
    if (every == 1) {
      return this;
    }
    int w = width / every;
    int h = height / every;
    var means = new byte[w * h];
    for (int y = 0; y < h; y++) {
      for (int x = 0; x < w; x++) {
        means[y * w + x] = (byte) mean(x * every, y * every, every);
      }
    }
    return new GreyImage(w, h, means);
  }

  private int mean(int left, int top, int every) {
    int sum = every * every / 2;
    for (int y = top; y < top + every; y++) {
      for (int x = left; x < left + every; x++) {
        sum += at(x, y);
      }
    }
    return sum / (every * every);
  }

  /// The same scaled to a size; smooth when made smaller.
  GreyImage scaled(int toWidth, int toHeight) {
    if (width >= 2 * toWidth && height >= 2 * toHeight) {
      return halved().scaled(toWidth, toHeight);
    }
    var scaled = new byte[toWidth * toHeight];
    for (int y = 0; y < toHeight; y++) {
      double fromY = (y + 0.5) * height / toHeight - 0.5;
      for (int x = 0; x < toWidth; x++) {
        scaled[y * toWidth + x] = (byte) Math.round(at((x + 0.5) * width / toWidth - 0.5, fromY));
      }
    }
    return new GreyImage(toWidth, toHeight, scaled);
  }

  /// The same turned clockwise.
  ///
  /// @param quarters how many quarters of a turn, 0 to 3
  GreyImage turned(int quarters) {
    if (quarters == 0) {
      return this;
    }
    boolean lies = quarters % 2 == 1;
    int w = lies ? height : width;
    int h = lies ? width : height;
    var turned = new byte[levels.length];
    for (int y = 0; y < height; y++) {
      for (int x = 0; x < width; x++) {
        int toX =
            switch (quarters) {
              case 1 -> height - 1 - y;
              case 2 -> width - 1 - x;
              default -> y;
            };
        int toY =
            switch (quarters) {
              case 1 -> x;
              case 2 -> height - 1 - y;
              default -> width - 1 - x;
            };
        turned[toY * w + toX] = levels[y * width + x];
      }
    }
    return new GreyImage(w, h, turned);
  }
}
