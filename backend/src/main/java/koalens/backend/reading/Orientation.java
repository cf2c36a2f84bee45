package koalens.backend.reading;

import java.awt.image.BufferedImage;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/// How a camera was held, from the EXIF part of a JPEG.
final class Orientation {
  private static final int TAG = 0x0112;
  private static final int EXIF = 0xFFE1;
  private static final int SCAN = 0xFFDA;

  private Orientation() {}

  /// The EXIF orientation, 1 to 8; 1 when nothing is said or what is said makes no sense.
  static int of(byte[] jpeg) {
    var bytes = ByteBuffer.wrap(jpeg);
    int at = 2;
    while (at + 4 <= jpeg.length) {
      int marker = bytes.getShort(at) & 0xFFFF;
      int length = bytes.getShort(at + 2) & 0xFFFF;
      if (marker == SCAN || marker < 0xFF00 || length < 2) {
        return 1;
      }
      if (marker == EXIF && at + 2 + length <= jpeg.length && length > 16) {
        return inExif(bytes.slice(at + 4, length - 2));
      }
      at += 2 + length;
    }
    return 1;
  }

  private static int inExif(ByteBuffer segment) {
    if (segment.getInt(0) != 0x45786966) {
      return 1;
    }
    ByteBuffer tiff = segment.slice(6, segment.limit() - 6);
    tiff.order(tiff.get(0) == 'I' ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN);
    if (tiff.limit() < 10) {
      return 1;
    }
    int directory = tiff.getInt(4);
    if (directory < 8 || directory > tiff.limit() - 2) {
      return 1;
    }
    int entries = tiff.getShort(directory) & 0xFFFF;
    for (int i = 0; i < entries; i++) {
      int entry = directory + 2 + 12 * i;
      if (entry + 12 > tiff.limit()) {
        return 1;
      }
      if ((tiff.getShort(entry) & 0xFFFF) == TAG) {
        int value = tiff.getShort(entry + 8);
        return value >= 1 && value <= 8 ? value : 1;
      }
    }
    return 1;
  }

  /// How many quarters clockwise a picture with the orientation is to be turned. Mirrored pictures
  /// come from no camera.
  static int quarters(int orientation) {
    return switch (orientation) {
      case 3, 4 -> 2;
      case 5, 6 -> 1;
      case 7, 8 -> 3;
      default -> 0;
    };
  }

  /// The picture turned as a person sees it.
  static BufferedImage upright(BufferedImage picture, int quarters) {
    if (quarters == 0) {
      return picture;
    }
    int width = quarters == 2 ? picture.getWidth() : picture.getHeight();
    int height = quarters == 2 ? picture.getHeight() : picture.getWidth();
    var turned = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
    var graphics = turned.createGraphics();
    graphics.translate(width / 2.0, height / 2.0);
    graphics.rotate(quarters * Math.PI / 2);
    graphics.translate(-picture.getWidth() / 2.0, -picture.getHeight() / 2.0);
    graphics.drawImage(picture, 0, 0, null);
    graphics.dispose();
    return turned;
  }
}
