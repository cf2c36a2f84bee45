package koalens.cli;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.Polygon;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import javax.imageio.ImageIO;
import koalens.backend.analysis.Analysis;
import koalens.backend.analysis.ReadMedia;
import koalens.backend.reading.ReadLine;
import koalens.backend.reading.SeenPicture;
import koalens.engine.knowledge.Status;

/// A read picture with a box around every line, in the colour of what stands in it: green vegan,
/// red non-vegan, amber doubtful, violet not known, grey no ingredient.
final class BoxedPicture {
  private static final Color GREEN = new Color(0x1B8A3A);
  private static final Color RED = new Color(0xD0021B);
  private static final Color AMBER = new Color(0xE58A00);
  private static final Color VIOLET = new Color(0x7B3FE4);
  private static final Color GREY = new Color(0x8A8A8A);

  private BoxedPicture() {}

  /// Writes it as PNG.
  static void write(SeenPicture picture, Analysis analysis, ReadMedia media, Path file)
      throws IOException {
    BufferedImage image = picture.image();
    Graphics2D graphics = image.createGraphics();
    graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
    graphics.setStroke(new BasicStroke(Math.max(2, image.getWidth() / 600f)));
    LineVerdicts.of(analysis, media).forEach((line, status) -> draw(graphics, line, status));
    graphics.dispose();
    if (!ImageIO.write(image, "png", file.toFile())) {
      throw new IOException("cannot write " + file);
    }
  }

  private static void draw(Graphics2D graphics, ReadLine line, Optional<Status> status) {
    var box = new Polygon();
    line.outline()
        .forEach(
            corner -> box.addPoint((int) Math.round(corner.x()), (int) Math.round(corner.y())));
    graphics.setColor(status.map(BoxedPicture::colour).orElse(GREY));
    graphics.draw(box);
  }

  private static Color colour(Status status) {
    return switch (status) {
      case VEGAN -> GREEN;
      case NON_VEGAN -> RED;
      case MAYBE_VEGAN -> AMBER;
      case UNKNOWN -> VIOLET;
    };
  }
}
