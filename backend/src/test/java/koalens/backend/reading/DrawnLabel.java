package koalens.backend.reading;

import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import javax.imageio.ImageIO;

/// Labels drawn for tests.
final class DrawnLabel {
  private DrawnLabel() {}

  /// Lines of dark text on light paper with a wide margin.
  static BufferedImage of(String... lines) {
    return of(List.of(lines), 34, 100);
  }

  static BufferedImage of(List<String> lines, int size, int margin) {
    int height = 2 * margin + (int) (lines.size() * size * 1.4);
    var image = new BufferedImage(1200, height, BufferedImage.TYPE_INT_RGB);
    Graphics2D graphics = image.createGraphics();
    graphics.setRenderingHint(
        RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
    graphics.setColor(new Color(0xF2F0E8));
    graphics.fillRect(0, 0, image.getWidth(), image.getHeight());
    graphics.setColor(new Color(0x222222));
    graphics.setFont(new Font(Font.SANS_SERIF, Font.PLAIN, size));
    for (int i = 0; i < lines.size(); i++) {
      graphics.drawString(lines.get(i), margin, (int) (margin + size + i * size * 1.4));
    }
    graphics.dispose();
    return image;
  }

  static byte[] encoded(BufferedImage image, String format) {
    var bytes = new ByteArrayOutputStream();
    try {
      ImageIO.write(image, format, bytes);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }
}
