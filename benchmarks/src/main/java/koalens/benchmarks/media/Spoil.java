package koalens.benchmarks.media;

import java.awt.image.BufferedImage;
import java.util.Random;

/// What a shop does to a picture besides the camera: reflections of lamps in film, the shadow of a
/// hand, a fold, brushed metal. Each returns a new picture.
final class Spoil {
  private Spoil() {}

  private interface Level {
    double of(int level, int x, int y);
  }

  private static BufferedImage each(BufferedImage picture, Level change) {
    var changed =
        new BufferedImage(picture.getWidth(), picture.getHeight(), BufferedImage.TYPE_INT_RGB);
    for (int y = 0; y < picture.getHeight(); y++) {
      for (int x = 0; x < picture.getWidth(); x++) {
        int rgb = picture.getRGB(x, y);
        int made = 0;
        for (int shift = 16; shift >= 0; shift -= 8) {
          made = made << 8 | (int) Math.clamp(change.of(rgb >> shift & 255, x, y), 0, 255);
        }
        changed.setRGB(x, y, made);
      }
    }
    return changed;
  }

  /// Lamps in crumpled film: bright bands across the lines of text.
  ///
  /// @param strength 1 for white in the middle of a band
  static BufferedImage bands(BufferedImage picture, double strength, Random random) {
    var middles = new double[4];
    var spreads = new double[middles.length];
    for (int i = 0; i < middles.length; i++) {
      middles[i] = picture.getWidth() * random.nextDouble();
      spreads[i] = picture.getWidth() * (0.008 + 0.02 * random.nextDouble());
    }
    double slope = random.nextDouble() - 0.5;
    return each(
        picture,
        (level, x, y) -> {
          double light = 0;
          for (int i = 0; i < middles.length; i++) {
            double away = (x + slope * y - middles[i]) / spreads[i];
            light += Math.exp(-away * away);
          }
          return level + 255 * strength * Math.min(1, light);
        });
  }

  /// The shadow of the hand that holds the camera, over the lower left.
  ///
  /// @param dark how much light is left in it, 0 to 1
  static BufferedImage shadow(BufferedImage picture, double dark, Random random) {
    double edge = 0.35 + 0.4 * random.nextDouble();
    double soft = 0.03 + 0.04 * random.nextDouble();
    return each(
        picture,
        (level, x, y) -> {
          double across = (double) x / picture.getWidth();
          double up = 1 - (double) y / picture.getHeight();
          double inside = (edge - (0.7 * across + 0.5 * up)) / soft;
          return level * (1 - (1 - dark) / (1 + Math.exp(-inside)));
        });
  }

  /// A label folded from top to bottom: behind the fold lines run another way, in other light.
  static BufferedImage fold(BufferedImage label, Random random) {
    int at = (int) (label.getWidth() * (0.35 + 0.3 * random.nextDouble()));
    double slope = 0.06 + 0.06 * random.nextDouble();
    var folded = new BufferedImage(label.getWidth(), label.getHeight(), BufferedImage.TYPE_INT_RGB);
    for (int x = 0; x < label.getWidth(); x++) {
      int drop = x < at ? 0 : (int) ((x - at) * slope);
      for (int y = 0; y < label.getHeight(); y++) {
        int from = Math.clamp(y - drop, 0, label.getHeight() - 1);
        folded.setRGB(x, y, label.getRGB(x, from));
      }
    }
    return each(folded, (level, x, _) -> level * (x < at ? 1 : Math.abs(x - at) < 3 ? 0.5 : 0.75));
  }

  /// Brushed metal: streaks along the lines of text.
  static BufferedImage brushed(BufferedImage label, double spread, Random random) {
    var streaks = new double[label.getHeight()];
    for (int y = 0; y < streaks.length; y++) {
      streaks[y] = spread * random.nextGaussian();
    }
    return each(label, (level, _, y) -> level + streaks[y]);
  }
}
