package koalens.backend.reading;

import java.awt.image.BufferedImage;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/// How a camera was held, from the EXIF part of a JPEG, PNG or WebP. HEIC and AVIF say it in their
/// container, and the media program heeds that.
final class Orientation {
  private static final int TAG = 0x0112;
  private static final int EXIF = 0xFFE1;
  private static final int EXIF_MARK = 0x45786966;
  private static final int SCAN = 0xFFDA;

  private Orientation() {}

  /// The EXIF orientation, 1 to 8; 1 when nothing is said or what is said makes no sense.
  static int of(byte[] bytes, MediaFormat format) {
    return switch (format) {
      case JPEG -> inJpeg(bytes);
      case PNG -> inChunks(ByteBuffer.wrap(bytes), 8, true, 0x65584966);
      case WEBP ->
          inChunks(ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN), 12, false, 0x46495845);
      case HEIC, AVIF, MP4, QUICKTIME, WEBM -> 1;
    };
  }

  /// In a file of chunks with a name and a length each.
  ///
  /// @param from where the first chunk begins
  /// @param png whether the length comes before the name and a checksum after the content, as in
  ///   PNG; else as in RIFF, where odd lengths are filled up
  /// @param wanted the chunk's name, in the buffer's order of bytes
  private static int inChunks(ByteBuffer bytes, int from, boolean png, int wanted) {
    long at = from;
    while (at + 8 <= bytes.limit()) {
      int first = bytes.getInt((int) at);
      int second = bytes.getInt((int) at + 4);
      long length = (png ? first : second) & 0xFFFF_FFFFL;
      if (at + 8 + length > bytes.limit()) {
        return 1;
      }
      if ((png ? second : first) == wanted) {
        return inChunk(bytes.slice((int) at + 8, (int) length));
      }
      at += 8 + length + (png ? 4 : length % 2);
    }
    return 1;
  }

  // Some writers put the mark of JPEG's before it.
  private static int inChunk(ByteBuffer chunk) {
    boolean marked = chunk.limit() > 6 && chunk.getInt(0) == EXIF_MARK;
    return inTiff(marked ? chunk.slice(6, chunk.limit() - 6) : chunk);
  }

  private static int inJpeg(byte[] jpeg) {
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
    return segment.getInt(0) == EXIF_MARK ? inTiff(segment.slice(6, segment.limit() - 6)) : 1;
  }

  private static int inTiff(ByteBuffer tiff) {
    if (tiff.limit() < 10) {
      return 1;
    }
    tiff.order(tiff.get(0) == 'I' ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN);
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
