package koalens.benchmarks.media;

import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.GraphicsEnvironment;
import java.awt.RenderingHints;
import java.awt.font.FontRenderContext;
import java.awt.font.LineBreakMeasurer;
import java.awt.font.TextAttribute;
import java.awt.font.TextLayout;
import java.awt.image.BufferedImage;
import java.text.AttributedString;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;

/// Draws labels flat, as a printer would.
final class Page {
  private static final List<Color> PAPERS =
      List.of(
          Color.WHITE,
          new Color(0xF6F1E1),
          new Color(0xE9E4D0),
          new Color(0xD8E8C8),
          new Color(0xF3D34A),
          new Color(0x1F4E3D),
          new Color(0x7A1F2B),
          new Color(0x222222));
  private static final List<String> FAMILIES =
      Stream.of(
              GraphicsEnvironment.getLocalGraphicsEnvironment()
                  .getAvailableFontFamilyNames(Locale.ROOT))
          .filter(name ->
              name.matches(
                  "(DejaVu|Liberation|Roboto|Open Sans|Noto Sans|Noto Serif|Lato|Carlito).*"))
          .filter(name -> new Font(name, Font.PLAIN, 12).canDisplayUpTo("åäöłżßéñø") < 0)
          .toList();

  private static final List<String> CONDENSED =
      FAMILIES.stream().filter(name -> name.matches(".*(Narrow|Condensed).*")).toList();

  private final Random random;
  private final String family;
  private final Color paper;
  private final Color ink;

  /// In the colours given.
  Page(Random random, Color paper, Color ink) {
    this(random, family(random), paper, ink);
  }

  private static String family(Random random) {
    return FAMILIES.isEmpty() ? Font.SANS_SERIF : FAMILIES.get(random.nextInt(FAMILIES.size()));
  }

  Page(Random random) {
    this.random = random;
    this.family = family(random);
    this.paper = PAPERS.get(random.nextInt(PAPERS.size()));
    int light = (paper.getRed() * 2 + paper.getGreen() * 5 + paper.getBlue()) / 8;
    this.ink = light > 110 ? new Color(0x1A1A1A) : new Color(0xF4F4F0);
  }

  /// In narrow letters, black on white.
  static Page condensed(Random random) {
    String family =
        CONDENSED.isEmpty() ? family(random) : CONDENSED.get(random.nextInt(CONDENSED.size()));
    return new Page(random, family, Color.WHITE, new Color(0x1A1A1A));
  }

  private Page(Random random, String family, Color paper, Color ink) {
    this.random = random;
    this.family = family;
    this.paper = paper;
    this.ink = ink;
  }

  /// The first list alone, as somebody photographs who steps close.
  BufferedImage closeUp(Product product) {
    var image = new BufferedImage(1500, 1100, BufferedImage.TYPE_INT_RGB);
    Graphics2D graphics = begin(image);
    float size = 34 + random.nextInt(14);
    float y = paragraph(graphics, product.lists().getFirst().text(), size, 110, 90, 1280);
    graphics.dispose();
    return image.getSubimage(0, 0, 1500, (int) Math.min(1100, Math.max(500, y + 90)));
  }

  /// The first list in a narrow column, words parted at the ends of lines.
  BufferedImage narrow(Product product) {
    var image = new BufferedImage(760, 2600, BufferedImage.TYPE_INT_RGB);
    Graphics2D graphics = begin(image);
    graphics.setFont(new Font(family, Font.PLAIN, 36 + random.nextInt(8)));
    var column = new NarrowColumn(graphics.getFontMetrics(), 560);
    float y = 110;
    for (String line : column.lines(product.lists().getFirst().text())) {
      graphics.drawString(line, 100, y);
      y += graphics.getFont().getSize2D() * 1.22f;
    }
    graphics.dispose();
    return image.getSubimage(0, 0, 760, (int) Math.min(2600, y + 60));
  }

  /// Two lists side by side with little between them.
  BufferedImage sideBySide(Product product) {
    var image = new BufferedImage(1700, 1800, BufferedImage.TYPE_INT_RGB);
    Graphics2D graphics = begin(image);
    float size = 32 + random.nextInt(6);
    float left = paragraph(graphics, product.lists().getFirst().text(), size, 100, 90, 700);
    float right =
        paragraph(graphics, product.lists().get(1).text(), size, 800 + 1.8f * size, 90, 700);
    graphics.dispose();
    return image.getSubimage(0, 0, 1700, (int) Math.min(1800, Math.max(left, right) + 90));
  }

  /// The first list in two columns, the second without a heading.
  BufferedImage inTwoColumns(Product product) {
    return inColumns(product, 1.8f);
  }

  /// The same with so much room between that the second looks like another matter.
  BufferedImage inFarColumns(Product product) {
    return inColumns(product, 7);
  }

  // Cut after a comma near the middle.
  private BufferedImage inColumns(Product product, float gap) {
    String text = product.lists().getFirst().text().replace('\n', ' ');
    int cut = text.indexOf(", ", text.length() / 2 - 10) + 1;
    var image = new BufferedImage(1900, 1400, BufferedImage.TYPE_INT_RGB);
    Graphics2D graphics = begin(image);
    float size = 34 + random.nextInt(6);
    float left = paragraph(graphics, text.substring(0, cut), size, 100, 90, 720);
    float right = paragraph(graphics, text.substring(cut).strip(), size, 820 + gap * size, 90, 720);
    graphics.dispose();
    return image.getSubimage(0, 0, 1900, (int) Math.min(1400, Math.max(left, right) + 90));
  }

  /// The first list by a printer that sets dots, as for dates.
  BufferedImage dotted(Product product) {
    int dot = 5;
    var small = new BufferedImage(300, 300, BufferedImage.TYPE_INT_RGB);
    Graphics2D drawing = small.createGraphics();
    drawing.setColor(Color.WHITE);
    drawing.fillRect(0, 0, 300, 300);
    drawing.setColor(Color.BLACK);
    drawing.setFont(new Font(Font.MONOSPACED, Font.PLAIN, 12));
    var column = new NarrowColumn(drawing.getFontMetrics(), 270);
    int y = 20;
    for (String line : column.lines(product.lists().getFirst().text())) {
      drawing.drawString(line, 15, y);
      y += 16;
    }
    drawing.dispose();
    int height = Math.min(300, y + 4);
    var image = new BufferedImage(300 * dot, height * dot, BufferedImage.TYPE_INT_RGB);
    Graphics2D graphics = begin(image);
    for (int row = 0; row < height; row++) {
      for (int x = 0; x < 300; x++) {
        if ((small.getRGB(x, row) & 0xFF) < 128) {
          graphics.fillOval(x * dot, row * dot, dot, dot);
        }
      }
    }
    graphics.dispose();
    return image;
  }

  /// A whole back of a package: name, lists in all languages in columns, nutrition, a barcode.
  BufferedImage back(Product product) {
    int rows = (product.lists().size() + 1) / 2;
    var image = new BufferedImage(1900, 900 + 620 * rows, BufferedImage.TYPE_INT_RGB);
    Graphics2D graphics = begin(image);
    paragraph(graphics, product.name().toUpperCase(Locale.ROOT), 110, 120, 90, 1700);
    float size = 27 + random.nextInt(6);
    float top = 300;
    for (int i = 0; i < product.lists().size(); i += 2) {
      float left = paragraph(graphics, product.lists().get(i).text(), size, 110, top, 800);
      float right =
          i + 1 < product.lists().size()
              ? paragraph(graphics, product.lists().get(i + 1).text(), size, 1010, top, 800)
              : top;
      top = Math.max(left, right) + 40;
    }
    nutrition(graphics, size, top);
    barcode(graphics, 1200, (int) top);
    graphics.dispose();
    return image.getSubimage(0, 0, 1900, (int) Math.min(image.getHeight(), top + 420));
  }

  private Graphics2D begin(BufferedImage image) {
    Graphics2D graphics = image.createGraphics();
    graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
    graphics.setRenderingHint(
        RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
    graphics.setRenderingHint(
        RenderingHints.KEY_FRACTIONALMETRICS, RenderingHints.VALUE_FRACTIONALMETRICS_ON);
    graphics.setColor(paper);
    graphics.fillRect(0, 0, image.getWidth(), image.getHeight());
    graphics.setColor(ink);
    return graphics;
  }

  private float paragraph(
      Graphics2D graphics, String text, float size, float x, float top, float width) {
    var attributed =
        new AttributedString(text, Map.of(TextAttribute.FAMILY, family, TextAttribute.SIZE, size));
    FontRenderContext context = graphics.getFontRenderContext();
    var lines = new LineBreakMeasurer(attributed.getIterator(), context);
    float y = top;
    while (lines.getPosition() < text.length()) {
      TextLayout line = lines.nextLayout(width);
      y += line.getAscent();
      line.draw(graphics, x, y);
      y += line.getDescent() + line.getLeading() + size * 0.12f;
    }
    return y;
  }

  private void nutrition(Graphics2D graphics, float size, float top) {
    List<String> rows =
        List.of(
            "Energi / Energy  1250 kJ / 298 kcal",
            "Fett / Fat  12 g",
            "Kolhydrat / Carbohydrate  41 g",
            "Protein  7,5 g",
            "Salt  0,9 g");
    for (int i = 0; i < rows.size(); i++) {
      float y = top + 20 + i * size * 1.9f;
      graphics.drawRect(110, (int) y, 800, (int) (size * 1.9f));
      paragraph(graphics, rows.get(i), size, 130, y + size * 0.3f, 780);
    }
  }

  private void barcode(Graphics2D graphics, int x, int y) {
    int at = x;
    graphics.setColor(Color.WHITE);
    graphics.fillRect(x - 30, y, 520, 300);
    graphics.setColor(Color.BLACK);
    while (at < x + 450) {
      int bar = 3 + 3 * random.nextInt(3);
      graphics.fillRect(at, y + 20, bar, 220);
      at += bar + 3 + 3 * random.nextInt(3);
    }
    graphics.setColor(ink);
  }
}
