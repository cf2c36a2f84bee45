package koalens.backend.reading;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import javax.imageio.ImageIO;

/// A picture that is being read, in levels of grey, as a person sees it: a photo, or a frame of a
/// film. Immutable.
public final class SeenPicture {
  private final GreyImage image;

  SeenPicture(GreyImage image) {
    this.image = image;
  }

  /// In pixels; places of lines refer to it.
  public int width() {
    return image.width();
  }

  /// The same.
  public int height() {
    return image.height();
  }

  /// A copy to draw on, in colours.
  public BufferedImage image() {
    var copy = new BufferedImage(image.width(), image.height(), BufferedImage.TYPE_INT_RGB);
    var row = new int[image.width()];
    for (int y = 0; y < image.height(); y++) {
      for (int x = 0; x < row.length; x++) {
        row[x] = 0x010101 * image.at(x, y);
      }
      copy.setRGB(0, y, row.length, 1, row, 0, row.length);
    }
    return copy;
  }

  /// It as JPEG.
  ///
  /// @param longest to how many pixels the longer side is reduced when it is longer
  public byte[] jpeg(int longest) {
    double scale = Math.min(1, (double) longest / Math.max(width(), height()));
    GreyImage reduced =
        scale == 1
            ? image
            : image.scaled((int) Math.max(1, width() * scale), (int) Math.max(1, height() * scale));
    var bytes = new ByteArrayOutputStream();
    try {
      ImageIO.write(reduced.buffered(), "jpeg", bytes);
    } catch (IOException e) {
      throw new UncheckedIOException("a picture cannot be written to memory", e);
    }
    return bytes.toByteArray();
  }
}
