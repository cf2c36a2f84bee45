package koalens.benchmarks.media;

import java.awt.image.BufferedImage;
import java.util.Random;

/// A camera over a bent, badly lit label. Lengths are shares of half the picture's width.
///
/// @param width of the picture, in pixels
/// @param height of the picture, in pixels
/// @param zoom how much of the label's width fills the picture's: 1 all of it, 2 half
/// @param x where it aims, 0 the middle of the label, 1 its right edge
/// @param y the same, 1 a width below the middle
/// @param turn the label's turn in radians, clockwise
/// @param tiltX how much farther the right side is than the left
/// @param tiltY how much farther the bottom is than the top
/// @param bend the curvature of the package: 0 flat, 0.9 nearly a half cylinder
/// @param stretch how much too wide letters come out: 1 as printed
/// @param light how bright it is: 1 well lit, 0.2 dusk
/// @param shade how much darker one side is
/// @param glare how strong the lamp's reflection is
/// @param blur spread of the blur in pixels
/// @param shake length of the shake in pixels, along the line of text
/// @param noise spread of the grain, in levels of 255
record Camera(
    int width,
    int height,
    double zoom,
    double x,
    double y,
    double turn,
    double tiltX,
    double tiltY,
    double bend,
    double stretch,
    double light,
    double shade,
    double glare,
    double blur,
    int shake,
    double noise) {

  /// A picture of the label.
  BufferedImage photograph(BufferedImage label, Random random) {
    float[][] planes =
        Blur.shaken(Blur.soft(seen(label), width, height, blur), width, height, shake);
    var picture = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
    for (int row = 0; row < height; row++) {
      for (int column = 0; column < width; column++) {
        double light = lightAt(column, row);
        double glare = glareAt(column, row);
        int rgb = 0;
        for (float[] plane : planes) {
          double level =
              plane[row * width + column] * light + glare + random.nextGaussian() * noise;
          rgb = rgb << 8 | (int) Math.clamp(level, 0, 255);
        }
        picture.setRGB(column, row, rgb);
      }
    }
    return picture;
  }

  private double lightAt(int column, int row) {
    double across = (double) column / width - 0.5;
    double down = (double) row / height - 0.5;
    return light * (1 - shade * (across + 0.5 * down));
  }

  private double glareAt(int column, int row) {
    double across = (column - width * 0.65) / (width * 0.12);
    double down = (row - height * 0.4) / (height * 0.3);
    return 255 * glare * Math.exp(-across * across - down * down);
  }

  private float[][] seen(BufferedImage label) {
    var planes = new float[3][width * height];
    for (int row = 0; row < height; row++) {
      for (int column = 0; column < width; column++) {
        see(label, column, row, planes);
      }
    }
    return planes;
  }

  private void see(BufferedImage label, int column, int row, float[][] planes) {
    double half = width / 2.0;
    double across = (column - half) / half;
    double down = (row - height / 2.0) / half;
    double cos = Math.cos(turn);
    double sin = Math.sin(turn);
    double turnedX = across * cos + down * sin;
    double turnedY = down * cos - across * sin;
    double distance = 1 + tiltX * turnedX + tiltY * turnedY;
    double flatX = turnedX * distance / zoom / stretch;
    double flatY = turnedY * distance / zoom;
    double onPaper = bend == 0 ? flatX : Math.asin(Math.clamp(flatX * bend, -1, 1)) / bend;
    double drop = bend == 0 ? 0 : bend * 0.12 * flatX * flatX;
    double labelHalf = label.getWidth() / 2.0;
    double pageX = labelHalf + (onPaper + x) * labelHalf;
    double pageY = label.getHeight() / 2.0 + (flatY - drop + y) * labelHalf;
    boolean behind = Math.abs(flatX * bend) >= 1;
    sample(label, pageX, pageY, behind, row * width + column, planes);
  }

  // Between four pixels; beside the label lies a table.
  private static void sample(
      BufferedImage label, double x, double y, boolean behind, int to, float[][] planes) {
    int left = (int) Math.floor(x);
    int top = (int) Math.floor(y);
    if (behind
        || left < 0
        || top < 0
        || left + 1 >= label.getWidth()
        || top + 1 >= label.getHeight()) {
      for (float[] plane : planes) {
        plane[to] = 96;
      }
      return;
    }
    int a = label.getRGB(left, top);
    int b = label.getRGB(left + 1, top);
    int c = label.getRGB(left, top + 1);
    int d = label.getRGB(left + 1, top + 1);
    double right = x - left;
    double bottom = y - top;
    for (int plane = 0; plane < planes.length; plane++) {
      int shift = 16 - 8 * plane;
      double upper = (a >> shift & 255) * (1 - right) + (b >> shift & 255) * right;
      double lower = (c >> shift & 255) * (1 - right) + (d >> shift & 255) * right;
      planes[plane][to] = (float) (upper * (1 - bottom) + lower * bottom);
    }
  }
}
