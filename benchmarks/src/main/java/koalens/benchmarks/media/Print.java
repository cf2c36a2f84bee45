package koalens.benchmarks.media;

import java.awt.Color;
import java.awt.Font;
import java.awt.GradientPaint;
import java.awt.Graphics2D;
import java.awt.GraphicsEnvironment;
import java.awt.RenderingHints;
import java.awt.font.FontRenderContext;
import java.awt.font.LineBreakMeasurer;
import java.awt.font.TextAttribute;
import java.awt.font.TextLayout;
import java.awt.image.BufferedImage;
import java.text.AttributedString;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.Set;
import java.util.function.Predicate;

/// Sets labels as printers of packages do: allergens in bold, justified lines, very narrow or very
/// thin letters, coloured prints below the text, languages one after the other behind the codes of
/// their countries.
///
/// @param family of the font
/// @param weight 1 regular, less is thinner
/// @param width of letters, 1 as the font has them
/// @param size of letters, in pixels
/// @param ink their colour
/// @param justified whether both sides of a paragraph are straight
record Print(String family, float weight, double width, float size, Color ink, boolean justified) {
  static final Set<String> BOLD =
      Set.of("mjölk", "vete", "soja", "ägg", "milk", "wheat", "soya", "egg", "weizen", "blé");

  /// One of this machine's fonts that are common on packages.
  static String family(String pattern, Random random) {
    List<String> families =
        Arrays.stream(
                GraphicsEnvironment.getLocalGraphicsEnvironment()
                    .getAvailableFontFamilyNames(Locale.ROOT))
            .filter(name -> name.matches(pattern))
            .filter(name -> new Font(name, Font.PLAIN, 12).canDisplayUpTo("åäöłżßéñø") < 0)
            .toList();
    return families.isEmpty() ? Font.SANS_SERIF : families.get(random.nextInt(families.size()));
  }

  static Print plain(Random random) {
    String family =
        family(
            "(DejaVu Sans|Liberation Sans|Lato|Carlito|Noto Sans|Roboto|Open Sans)( Narrow|"
                + " Condensed)?",
            random);
    return new Print(family, 1, 1, 30 + random.nextInt(10), new Color(0x1A1A1A), false);
  }

  Print justified(boolean straight) {
    return new Print(family, weight, width, size, ink, straight);
  }

  Print narrow(double letters) {
    return new Print(family, weight, letters, size, ink, justified);
  }

  Print in(Color colour) {
    return new Print(family, weight, width, size, colour, justified);
  }

  Print of(String font, float thickness) {
    return new Print(font, thickness, width, size, ink, justified);
  }

  Print sized(float pixels) {
    return new Print(family, weight, width, pixels, ink, justified);
  }

  static BufferedImage paper(int width, int height, Color colour) {
    var image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
    Graphics2D graphics = image.createGraphics();
    graphics.setColor(colour);
    graphics.fillRect(0, 0, width, height);
    graphics.dispose();
    return image;
  }

  /// Paper with a picture printed on it, as pale as a text needs it.
  static BufferedImage printed(int width, int height, Color one, Color other, Random random) {
    var image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
    Graphics2D graphics = image.createGraphics();
    graphics.setPaint(new GradientPaint(0, 0, one, width, height, other));
    graphics.fillRect(0, 0, width, height);
    for (int i = 0; i < 40; i++) {
      int shade = random.nextInt(36) - 18;
      graphics.setColor(
          new Color(
              clamped(one.getRed() + shade),
              clamped(one.getGreen() + shade),
              clamped(one.getBlue() - shade)));
      int wide = 60 + random.nextInt(280);
      graphics.fillOval(random.nextInt(width), random.nextInt(height), wide, wide / 2);
    }
    graphics.dispose();
    return image;
  }

  private static int clamped(int level) {
    return Math.clamp(level, 0, 255);
  }

  /// Sets a paragraph.
  ///
  /// @return where the next may begin
  float set(
      BufferedImage image, String text, float x, float top, float column, Predicate<String> bold) {
    Graphics2D graphics = image.createGraphics();
    graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
    graphics.setRenderingHint(
        RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
    graphics.setRenderingHint(
        RenderingHints.KEY_FRACTIONALMETRICS, RenderingHints.VALUE_FRACTIONALMETRICS_ON);
    graphics.setColor(ink);
    graphics.translate(x, 0);
    graphics.scale(width, 1);
    FontRenderContext context = graphics.getFontRenderContext();
    var lines = new LineBreakMeasurer(attributed(text, bold).getIterator(), context);
    float y = top;
    while (lines.getPosition() < text.length()) {
      TextLayout line = lines.nextLayout((float) (column / width));
      boolean last = lines.getPosition() >= text.length();
      TextLayout drawn =
          justified && !last ? line.getJustifiedLayout((float) (column / width)) : line;
      y += drawn.getAscent();
      drawn.draw(graphics, 0, y);
      y += drawn.getDescent() + drawn.getLeading() + size * 0.1f;
    }
    graphics.dispose();
    return y;
  }

  private AttributedString attributed(String text, Predicate<String> bold) {
    var attributed = new AttributedString(text);
    attributed.addAttribute(TextAttribute.FAMILY, family);
    attributed.addAttribute(TextAttribute.SIZE, size);
    attributed.addAttribute(TextAttribute.WEIGHT, weight);
    int at = 0;
    for (String word : text.split(" ", -1)) {
      String letters = word.toLowerCase(Locale.ROOT).replaceAll("\\P{L}+", "");
      if (bold.test(letters)) {
        attributed.addAttribute(
            TextAttribute.WEIGHT, TextAttribute.WEIGHT_BOLD, at, at + word.length());
      }
      at += word.length() + 1;
    }
    return attributed;
  }
}
