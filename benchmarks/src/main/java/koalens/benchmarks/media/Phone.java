package koalens.benchmarks.media;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.awt.image.DataBufferInt;
import java.util.Random;

/// What a phone and a package do to a picture that a laboratory does not. Each changes the picture
/// it is given.
final class Phone {
  private Phone() {}

  /// Sharpened as phones do, with bright and dark seams along edges.
  ///
  /// @param amount 1 doubles what stands out against its neighbours
  static BufferedImage sharpened(BufferedImage picture, double amount) {
    int width = picture.getWidth();
    int[] pixels = pixels(picture);
    int[] before = pixels.clone();
    for (int i = 2 * width + 2; i < pixels.length - 2 * width - 2; i++) {
      int made = 0;
      for (int shift = 16; shift >= 0; shift -= 8) {
        int own = before[i] >> shift & 255;
        int around =
            (before[i - 2] >> shift & 255)
                + (before[i + 2] >> shift & 255)
                + (before[i - 2 * width] >> shift & 255)
                + (before[i + 2 * width] >> shift & 255);
        made = made << 8 | (int) Math.clamp(own + amount * (own - around / 4.0), 0, 255);
      }
      pixels[i] = made;
    }
    return picture;
  }

  /// Sharp at one side only, out of focus at the other.
  ///
  /// @param spread of the blur at the far side, in pixels
  static BufferedImage softAtOneSide(BufferedImage picture, double spread, boolean right) {
    int width = picture.getWidth();
    int height = picture.getHeight();
    int[] pixels = pixels(picture);
    var planes = new float[3][pixels.length];
    for (int i = 0; i < pixels.length; i++) {
      for (int plane = 0; plane < 3; plane++) {
        planes[plane][i] = pixels[i] >> (16 - 8 * plane) & 255;
      }
    }
    float[][] soft = Blur.soft(planes, width, height, spread);
    for (int i = 0; i < pixels.length; i++) {
      double place = (double) (i % width) / width;
      double share = Math.clamp(((right ? place : 1 - place) - 0.4) / 0.6, 0, 1);
      int made = 0;
      for (int plane = 0; plane < 3; plane++) {
        made =
            made << 8
                | (int) Math.clamp(planes[plane][i] * (1 - share) + soft[plane][i] * share, 0, 255);
      }
      pixels[i] = made;
    }
    return picture;
  }

  /// Foil that was crumpled: facets, each with its own light and a little out of place.
  static BufferedImage crumpled(BufferedImage label, double strength, Random random) {
    int width = label.getWidth();
    int height = label.getHeight();
    var waves = new double[6][4];
    for (double[] wave : waves) {
      wave[0] = (random.nextDouble() - 0.5) * 0.05;
      wave[1] = (random.nextDouble() - 0.5) * 0.05;
      wave[2] = random.nextDouble() * 6;
      wave[3] = random.nextDouble();
    }
    int[] before = pixels(label).clone();
    int[] pixels = pixels(label);
    for (int y = 0; y < height; y++) {
      for (int x = 0; x < width; x++) {
        double slope = 0;
        double aside = 0;
        for (double[] wave : waves) {
          double phase = wave[0] * x + wave[1] * y + wave[2];
          slope += wave[3] * Math.abs(Math.sin(phase)) - wave[3] * 0.6;
          aside += wave[3] * Math.sin(phase);
        }
        int fromX = (int) Math.clamp(x + 2 * strength * aside, 0, width - 1);
        int fromY = (int) Math.clamp(y + 3 * strength * aside, 0, height - 1);
        int rgb = before[fromY * width + fromX];
        pixels[y * width + x] =
            lit(rgb, 1 + 0.35 * strength * slope, 40 * strength * Math.max(0, slope - 0.9));
      }
    }
    return label;
  }

  /// The grain of paper or cardboard.
  static BufferedImage grained(BufferedImage label, double spread, Random random) {
    int width = label.getWidth();
    int[] pixels = pixels(label);
    var coarse = new double[(width / 3 + 2) * (label.getHeight() / 3 + 2)];
    for (int i = 0; i < coarse.length; i++) {
      coarse[i] = spread * random.nextGaussian();
    }
    for (int i = 0; i < pixels.length; i++) {
      int cell = i / width / 3 * (width / 3 + 2) + i % width / 3;
      pixels[i] = lit(pixels[i], 1, coarse[cell] + 0.5 * spread * random.nextGaussian());
    }
    return label;
  }

  /// A date and a lot number by a dot printer, across whatever is printed there.
  static BufferedImage dated(BufferedImage label, Random random) {
    Graphics2D graphics = label.createGraphics();
    graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
    graphics.setColor(new Color(0x303040));
    String text =
        "L%04d 2027-0%d-1%d 0%d:24"
            .formatted(
                random.nextInt(9999), 1 + random.nextInt(9), random.nextInt(9), random.nextInt(9));
    var small = new BufferedImage(180, 16, BufferedImage.TYPE_INT_RGB);
    Graphics2D drawing = small.createGraphics();
    drawing.drawString(text, 2, 13);
    drawing.dispose();
    int left = 100 + random.nextInt(Math.max(1, label.getWidth() - 1000));
    int top = label.getHeight() / 3 + random.nextInt(Math.max(1, label.getHeight() / 3));
    for (int y = 0; y < 16; y++) {
      for (int x = 0; x < 180; x++) {
        if ((small.getRGB(x, y) & 255) > 100) {
          graphics.fillOval(left + 4 * x, top + 4 * y, 3, 3);
        }
      }
    }
    graphics.dispose();
    return label;
  }

  private static int lit(int rgb, double times, double more) {
    int made = 0;
    for (int shift = 16; shift >= 0; shift -= 8) {
      made = made << 8 | (int) Math.clamp((rgb >> shift & 255) * times + more, 0, 255);
    }
    return made;
  }

  private static int[] pixels(BufferedImage picture) {
    return ((DataBufferInt) picture.getRaster().getDataBuffer()).getData();
  }
}
