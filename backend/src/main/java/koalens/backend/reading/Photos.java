package koalens.backend.reading;

import java.awt.Rectangle;
import java.awt.image.BufferedImage;
import java.awt.image.DataBufferByte;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Iterator;
import javax.imageio.ImageIO;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;
import javax.imageio.stream.MemoryCacheImageInputStream;
import koalens.backend.reading.UnusableMedia.Fault;

/// Decodes photos to grey, upright. Looks at the header first: what is larger than the limits is
/// never decoded. Thread-safe.
final class Photos {
  /// More detail than that is noise: of a larger photo every four pixels become one, or nine.
  private static final int LARGEST_SIDE = 6100;

  /// So many pixels in colour are held at once.
  private static final long BAND = 12_500_000;

  private final ReadingLimits limits;
  private final MediaProgram program;

  Photos(ReadingLimits limits, MediaProgram program) {
    this.limits = limits;
    this.program = program;
  }

  GreyImage decode(byte[] bytes, MediaFormat format) {
    if (Animation.isIn(bytes, format)) {
      throw new UnusableMedia(
          Fault.UNSUPPORTED, "this is an animated picture: send a still one, or a film");
    }
    return switch (format) {
      case JPEG -> upright(picture(bytes, "jpeg"), bytes, format);
      case PNG -> upright(picture(bytes, "png"), bytes, format);
      case WEBP, HEIC, AVIF -> upright(program.photo(bytes, format), bytes, format);
      case MP4, QUICKTIME, WEBM ->
          throw new UnusableMedia(Fault.UNSUPPORTED, "this is a film: send it as one");
    };
  }

  private static GreyImage upright(GreyImage picture, byte[] bytes, MediaFormat format) {
    return picture.turned(Orientation.quarters(Orientation.of(bytes, format)));
  }

  private GreyImage picture(byte[] bytes, String format) {
    Iterator<ImageReader> readers = ImageIO.getImageReadersByFormatName(format);
    ImageReader reader = readers.next();
    try (ImageInputStream stream =
        new MemoryCacheImageInputStream(new ByteArrayInputStream(bytes))) {
      reader.setInput(stream, false, true);
      long width = reader.getWidth(0);
      long height = reader.getHeight(0);
      requireSize(width, height, limits);
      reader.addIIOReadWarningListener((_, warning) -> requireWhole(warning));
      return grey(reader, (int) width, (int) height);
    } catch (IOException | RuntimeException e) {
      if (e instanceof UnusableMedia known) {
        throw known;
      }
      throw new UnusableMedia(Fault.DAMAGED, "the picture is damaged or not complete");
    } finally {
      reader.dispose();
    }
  }

  /// Decodes band by band; a photo of average size is one band.
  private static GreyImage grey(ImageReader reader, int width, int height) throws IOException {
    int every = (Math.max(width, height) - 1) / LARGEST_SIDE + 1;
    int rows = (int) Math.max(every, BAND / width / every * every);
    if (every == 1 && height <= rows) {
      return grey(reader.read(0));
    }
    int across = Math.max(1, width / every);
    int down = Math.max(1, height / every);
    var levels = new byte[across * down];
    for (int top = 0; top < down * every; top += rows) {
      ImageReadParam parameters = reader.getDefaultReadParam();
      parameters.setSourceRegion(
          new Rectangle(0, top, across * every, Math.min(rows, down * every - top)));
      GreyImage band = grey(reader.read(0, parameters)).averaged(every);
      System.arraycopy(band.levels(), 0, levels, top / every * across, band.levels().length);
    }
    return new GreyImage(across, down, levels);
  }

  // A decoder fills what is missing with grey, and a list would seem to end there.
  private static void requireWhole(String warning) {
    if (warning.contains("Premature end") || warning.contains("Corrupt JPEG data")) {
      throw new UnusableMedia(Fault.DAMAGED, "the picture is damaged or not complete");
    }
  }

  static void requireSize(long width, long height, ReadingLimits limits) {
    if (width < 1 || height < 1) {
      throw new UnusableMedia(Fault.DAMAGED, "the picture has no size");
    }
    if (width > limits.pixels() || height > limits.pixels() || width * height > limits.pixels()) {
      throw new UnusableMedia(
          Fault.TOO_LARGE,
          "a picture may have %d million pixels: send a smaller one"
              .formatted(limits.pixels() / 1_000_000));
    }
  }

  private static GreyImage grey(BufferedImage picture) {
    if (picture.getType() == BufferedImage.TYPE_BYTE_GRAY) {
      return new GreyImage(
          picture.getWidth(),
          picture.getHeight(),
          ((DataBufferByte) picture.getRaster().getDataBuffer()).getData());
    }
    return GreyImage.of(picture);
  }
}
