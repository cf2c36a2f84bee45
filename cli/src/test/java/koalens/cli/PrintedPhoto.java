package koalens.cli;

import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import javax.imageio.ImageIO;

/// A photo of printed lines.
final class PrintedPhoto {
  private PrintedPhoto() {}

  /// Writes it as PNG.
  static Path write(Path file, String... lines) throws IOException {
    var image = new BufferedImage(1200, 420, BufferedImage.TYPE_INT_RGB);
    Graphics2D graphics = image.createGraphics();
    graphics.setRenderingHint(
        RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
    graphics.setColor(Color.WHITE);
    graphics.fillRect(0, 0, 1200, 420);
    graphics.setColor(Color.BLACK);
    graphics.setFont(new Font(Font.SANS_SERIF, Font.PLAIN, 36));
    for (int i = 0; i < lines.length; i++) {
      graphics.drawString(lines[i], 90, 120 + i * 52);
    }
    graphics.dispose();
    ImageIO.write(image, "png", file.toFile());
    return file;
  }
}
