package koalens.app;

import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.BufferedOutputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import javax.imageio.ImageIO;

/// A label as a camera would see it, drawn here.
final class PrintedLabel {
  private static final int FRAMES = 10;

  private final BufferedImage picture;

  /// @param width in pixels; the letters grow with it
  PrintedLabel(int width, int height, List<String> lines) {
    picture = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
    Graphics2D graphics = picture.createGraphics();
    graphics.setRenderingHint(
        RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
    graphics.setColor(new Color(0xF4F1E6));
    graphics.fillRect(0, 0, width, height);
    graphics.setColor(new Color(0x1A1A1A));
    graphics.setFont(new Font(Font.SANS_SERIF, Font.PLAIN, width / 26));
    for (int i = 0; i < lines.size(); i++) {
      graphics.drawString(
          lines.get(i), width / 16, height / 2 + (2 * i - lines.size() + 2) * width / 32);
    }
    graphics.dispose();
  }

  byte[] jpeg() {
    var bytes = new ByteArrayOutputStream();
    try {
      ImageIO.write(picture, "jpeg", bytes);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  /// Writes a film of the label lying still, as Chromium's fake camera takes it (YUV4MPEG2).
  void film(Path file) {
    try (var out = new BufferedOutputStream(Files.newOutputStream(file))) {
      write(out, "YUV4MPEG2 W%d H%d F10:1 Ip A1:1 C420jpeg\n".formatted(width(), height()));
      byte[] frame = frame();
      for (int i = 0; i < FRAMES; i++) {
        write(out, "FRAME\n");
        out.write(frame);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void write(OutputStream out, String text) throws IOException {
    out.write(text.getBytes(StandardCharsets.US_ASCII));
  }

  private int width() {
    return picture.getWidth();
  }

  private int height() {
    return picture.getHeight();
  }

  // Brightness of each pixel, then the two colours of each four; the label is close to grey.
  private byte[] frame() {
    byte[] frame = new byte[width() * height() * 3 / 2];
    Arrays.fill(frame, (byte) 128);
    for (int y = 0; y < height(); y++) {
      for (int x = 0; x < width(); x++) {
        frame[y * width() + x] = (byte) ((picture.getRGB(x, y) >> 8) & 0xFF);
      }
    }
    return frame;
  }
}
