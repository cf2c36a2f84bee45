package koalens.backend.reading;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.image.BufferedImage;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.stream.Stream;
import koalens.backend.reading.UnusableMedia.Fault;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LabelReaderTest {
  @TempDir private static Path folder;
  private static LabelReader reader;

  @BeforeAll
  static void open() {
    reader = new LabelReader(folder, ReadingLimits.STANDARD, TextLanguage.UNKNOWN);
  }

  @AfterAll
  static void close() {
    reader.close();
  }

  private static LabelReading read(BufferedImage image) {
    return reader.readPhoto(DrawnLabel.encoded(image, "png"), ReadingProgress.NONE);
  }

  @Test
  void readsAListWithSwedishLetters() {
    LabelReading reading =
        read(DrawnLabel.of("Ingredienser: vatten, socker,", "mjölk, ägg, gräddfil, blåbär."));
    assertThat(reading.text())
        .isEqualTo("Ingredienser: vatten, socker, mjölk, ägg, gräddfil, blåbär.");
    assertThat(reading.listFound()).isTrue();
    assertThat(reading.complete()).isTrue();
    assertThat(reading.issues()).isEmpty();
    assertThat(reading.confidence()).isGreaterThan(80);
  }

  @Test
  void mendsWordsPartedAtALinesEnd() {
    LabelReading reading =
        read(DrawnLabel.of("Ingredienser: vatten, skummjölks-", "pulver, socker, salt, jäst."));
    assertThat(reading.text()).contains("skummjölkspulver");
  }

  @Test
  void keepsColumnsApartThatStandNearEachOther() {
    BufferedImage both = DrawnLabel.of("", "", "");
    BufferedImage swedish =
        DrawnLabel.of("Ingredienser: vatten, socker,", "mjölkpulver, rapsolja, kakao,", "salt.");
    BufferedImage english =
        DrawnLabel.of("Ingredients: water, sugar,", "milk powder, rapeseed oil,", "cocoa, salt.");
    var graphics = both.createGraphics();
    graphics.drawImage(swedish.getSubimage(60, 0, 580, 340), 20, 0, null);
    graphics.drawImage(english.getSubimage(95, 0, 560, 340), 590, 0, null);
    graphics.dispose();
    assertThat(read(both).text().replaceAll("\\s+", " "))
        .contains("vatten, socker, mjölkpulver, rapsolja, kakao, salt.")
        .contains("water, sugar, milk powder, rapeseed oil, cocoa, salt.");
  }

  @ParameterizedTest
  @ValueSource(ints = {40, 240})
  void followsAListIntoItsNextColumn(int gutter) {
    BufferedImage both = columns(gutter, "Ingredienser: vatten,", "socker, rapsolja,", "kakao,");
    LabelReading reading = read(both);
    assertThat(reading.text().replaceAll("\\s+", " "))
        .isEqualTo("Ingredienser: vatten, socker, rapsolja, kakao, havre, mjölkpulver, salt.");
    assertThat(reading.complete()).isTrue();
  }

  /// The list on the left, its rest on the right.
  private static BufferedImage columns(int gutter, String... left) {
    BufferedImage both = DrawnLabel.of("", "", "");
    BufferedImage rest = DrawnLabel.of("havre, mjölkpulver,", "salt.", "");
    var graphics = both.createGraphics();
    graphics.drawImage(DrawnLabel.of(left).getSubimage(80, 0, 420, 340), 20, 0, null);
    graphics.drawImage(rest.getSubimage(90, 0, 420, 340), 440 + gutter, 0, null);
    graphics.dispose();
    return both;
  }

  @ParameterizedTest
  @ValueSource(strings = {"rapsolja,", "rapsolja (", "rapsolja:"})
  void neverTakesAListForWholeThatBreaksOff(String end) {
    LabelReading reading = read(DrawnLabel.of("Ingredienser: vatten, socker,", "salt, " + end));
    assertThat(reading.listFound()).isTrue();
    assertThat(reading.complete()).isFalse();
    assertThat(reading.issues()).contains(QualityIssue.CUT_OFF);
  }

  @Test
  void losesNothingBeforeAFootnoteThatNamesIngredients() {
    LabelReading reading =
        read(
            DrawnLabel.of(
                "Ingredients: rolled oats*, raisins*, coconut",
                "sugar*, honey*, salt. *Organic ingredients"));
    assertThat(reading.text()).contains("honey", "salt.");
  }

  @Test
  void neverTakesAListForWholeOfWhichItReadsOnlySomeLines() {
    var limits = new ReadingLimits(9_000_000, Duration.ZERO, Duration.ZERO, 2, 1, Duration.ZERO, 1);
    BufferedImage label =
        DrawnLabel.of("Ingredienser: vatten, socker,", "havre, salt.", "mjölkpulver, ägg.");
    try (var hasty = new LabelReader(folder, limits, TextLanguage.UNKNOWN)) {
      LabelReading reading =
          hasty.readPhoto(DrawnLabel.encoded(label, "png"), ReadingProgress.NONE);
      assertThat(reading.text()).isEqualTo("Ingredienser: vatten, socker, havre, salt.");
      assertThat(reading.complete()).isFalse();
    }
  }

  @Test
  void findsASmallListInALargePicture() {
    BufferedImage label = DrawnLabel.of("Ingredienser: vatten, socker,", "mjölkpulver, salt.");
    var large = new BufferedImage(4200, 3000, BufferedImage.TYPE_INT_RGB);
    var graphics = large.createGraphics();
    graphics.setColor(java.awt.Color.WHITE);
    graphics.fillRect(0, 0, 4200, 3000);
    graphics.setColor(java.awt.Color.BLACK);
    graphics.setFont(new java.awt.Font(java.awt.Font.SANS_SERIF, java.awt.Font.BOLD, 260));
    for (int line = 1; line <= 5; line++) {
      graphics.drawString("Havregrynsgröt", 300, 350 * line);
    }
    graphics.drawImage(label, 2400, 2300, 800, 800 * label.getHeight() / label.getWidth(), null);
    graphics.dispose();
    var steps = new ArrayList<Integer>();
    LabelReading reading =
        reader.readPhoto(DrawnLabel.encoded(large, "png"), (done, _) -> steps.add(done));
    assertThat(reading.listFound()).isTrue();
    assertThat(reading.text()).contains("vatten, socker, mjölkpulver, salt.");
    // However often it looks, it counts on.
    assertThat(steps).isSorted().doesNotHaveDuplicates();
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3})
  void readsAPictureHeldAnyWayRound(int quarters) {
    BufferedImage label =
        DrawnLabel.of(
            "Ingredienser: vatten, socker, mjölk,", "salt, rapsolja, vetemjöl, jäst och", "kakao.");
    LabelReading reading = read(Orientation.upright(label, quarters));
    assertThat(reading.text()).contains("rapsolja", "mjölk", "vetemjöl");
    assertThat(reading.lines().getFirst().outline())
        .allMatch(corner -> corner.x() <= reading.width() && corner.y() <= reading.height());
  }

  @Test
  void turnsAPhotoAsItsExifPartSays() {
    BufferedImage label = DrawnLabel.of("Ingredienser: vatten, socker,", "mjölk, salt.");
    byte[] lying = DrawnLabel.encoded(Orientation.upright(label, 3), "jpeg");
    LabelReading reading = reader.readPhoto(withExif(lying, 6), ReadingProgress.NONE);
    assertThat(reading.width()).isEqualTo(1200);
    assertThat(reading.text()).contains("mjölk");
  }

  private static byte[] withExif(byte[] jpeg, int orientation) {
    byte[] exif = {
      (byte) 0xFF,
      (byte) 0xE1,
      0,
      34,
      'E',
      'x',
      'i',
      'f',
      0,
      0,
      'M',
      'M',
      0,
      42,
      0,
      0,
      0,
      8,
      0,
      1,
      0x01,
      0x12,
      0,
      3,
      0,
      0,
      0,
      1,
      0,
      (byte) orientation,
      0,
      0,
      0,
      0,
      0,
      0
    };
    var whole = new byte[jpeg.length + exif.length];
    System.arraycopy(jpeg, 0, whole, 0, 2);
    System.arraycopy(exif, 0, whole, 2, exif.length);
    System.arraycopy(jpeg, 2, whole, 2 + exif.length, jpeg.length - 2);
    return whole;
  }

  @Test
  void readsLightTextOnDarkPaper() {
    BufferedImage label = DrawnLabel.of("Ingredienser: vatten, socker,", "mjölk, salt.");
    for (int y = 0; y < label.getHeight(); y++) {
      for (int x = 0; x < label.getWidth(); x++) {
        label.setRGB(x, y, ~label.getRGB(x, y));
      }
    }
    assertThat(read(label).text()).isEqualTo("Ingredienser: vatten, socker, mjölk, salt.");
  }

  @Test
  void saysThatAListIsCutOffAtTheBottom() {
    BufferedImage label =
        DrawnLabel.of("Ingredienser: vatten, socker, salt,", "rapsolja, vetemjöl, jäst,", "mjölk.");
    BufferedImage cut = label.getSubimage(0, 0, label.getWidth(), 100 + (int) (2 * 34 * 1.4) + 6);
    LabelReading reading = read(cut);
    assertThat(reading.complete()).isFalse();
    assertThat(reading.issues()).contains(QualityIssue.CUT_OFF);
  }

  @ParameterizedTest
  @ValueSource(ints = {300, 420, 431, 500, 560})
  void saysThatAListIsCutOffAtItsRightSide(int width) {
    BufferedImage label =
        DrawnLabel.of(
            "Ingredienser: vatten, socker, rapsolja,",
            "havremjöl, kakao, salt, majsstärkelse,",
            "jäst, persilja, mjölkpulver.");
    LabelReading reading = read(label.getSubimage(0, 0, width, label.getHeight()));
    assertThat(reading.complete()).isFalse();
  }

  @Test
  void saysThatSomethingCoversPartOfALine() {
    BufferedImage label =
        DrawnLabel.of(
            "Ingredienser: vatten, socker, salt, rapsolja,",
            "vetemjöl, skummjölkspulver, jäst, kakao, havre,",
            "potatis, lök, peppar, paprika, vitlök och salt.");
    var graphics = label.createGraphics();
    graphics.setColor(new java.awt.Color(0xF2F0E8));
    graphics.fillRect(250, 100 + 34 + 14, 330, 48);
    graphics.dispose();
    assertThat(read(label).complete()).isFalse();
  }

  @Test
  void saysThatAShortWordIsHidden() {
    String line = "Ingredienser: vatten, socker, ägg, rapsolja,";
    BufferedImage label = DrawnLabel.of(line, "havre, salt.");
    var graphics = label.createGraphics();
    graphics.setFont(new java.awt.Font(java.awt.Font.SANS_SERIF, java.awt.Font.PLAIN, 34));
    var metrics = graphics.getFontMetrics();
    int from = 100 + metrics.stringWidth(line.substring(0, line.indexOf("ägg")));
    graphics.setColor(new java.awt.Color(0xF2F0E8));
    graphics.fillRect(from, 90, metrics.stringWidth("ägg,"), 54);
    graphics.dispose();
    LabelReading reading = read(label);
    assertThat(reading.text()).doesNotContain("ägg").contains("rapsolja");
    assertThat(reading.complete()).isFalse();
  }

  @Test
  void saysThatThereIsNoText() {
    LabelReading reading = read(new BufferedImage(800, 600, BufferedImage.TYPE_INT_RGB));
    assertThat(reading.issues()).contains(QualityIssue.NO_TEXT);
    assertThat(reading.text()).isEmpty();
  }

  @Test
  void saysThatTextIsNoList() {
    LabelReading reading = read(DrawnLabel.of("Öppet alla dagar", "från nio till fem"));
    assertThat(reading.listFound()).isFalse();
    assertThat(reading.issues()).contains(QualityIssue.NOT_A_LABEL);
  }

  @Test
  void tellsHowFarItIs() {
    var steps = new ArrayList<Integer>();
    byte[] photo =
        DrawnLabel.encoded(DrawnLabel.of("Ingredienser: vatten, socker,", "mjölk, salt."), "png");
    reader.readPhoto(photo, (done, of) -> steps.add(100 * done / of));
    assertThat(steps).isSorted().startsWith(0).endsWith(100);
  }

  @Test
  void stopsWhenItsThreadIsInterrupted() {
    byte[] photo =
        DrawnLabel.encoded(DrawnLabel.of("Ingredienser: vatten, socker,", "mjölk, salt."), "png");
    Thread.currentThread().interrupt();
    assertThatThrownBy(() -> reader.readPhoto(photo, ReadingProgress.NONE))
        .isInstanceOf(CancellationException.class);
    assertThat(Thread.interrupted()).isFalse();
  }

  @Test
  void refusesAPixelBombByItsHeader() {
    byte[] bomb = pngHeader(30_000, 30_000);
    assertFault(bomb, Fault.TOO_LARGE);
  }

  // A header alone: were it decoded before its size is looked at, it would be found damaged.
  private static byte[] pngHeader(int width, int height) {
    byte[] png = DrawnLabel.encoded(new BufferedImage(8, 8, BufferedImage.TYPE_INT_RGB), "png");
    var header = java.nio.ByteBuffer.wrap(png);
    header.putInt(16, width).putInt(20, height);
    var sum = new java.util.zip.CRC32();
    sum.update(png, 12, 17);
    header.putInt(29, (int) sum.getValue());
    return png;
  }

  @Test
  void refusesWhatIsNoPicture() {
    assertFault(new byte[0], Fault.EMPTY);
    assertFault("%PDF-1.7 and so on".getBytes(StandardCharsets.UTF_8), Fault.UNSUPPORTED);
    assertFault("GIF89a............".getBytes(StandardCharsets.UTF_8), Fault.UNSUPPORTED);
    assertFault("#EXTM3U\nhttp://localhost/".getBytes(StandardCharsets.UTF_8), Fault.UNSUPPORTED);
    assertFault(
        "\u0000\u0000\u0000\u0018ftypmp42".getBytes(StandardCharsets.ISO_8859_1),
        Fault.UNSUPPORTED);
  }

  @ParameterizedTest
  @ValueSource(strings = {"jpeg", "png"})
  void refusesAPhotoThatBreaksOff(String format) {
    byte[] whole = DrawnLabel.encoded(DrawnLabel.of("Ingredienser: vatten, salt."), format);
    for (int length : List.of(whole.length / 2, whole.length / 10, 60, 12)) {
      assertFault(Arrays.copyOf(whole, length), Fault.DAMAGED);
    }
  }

  @Test
  void refusesBytesThatOnlyBeginLikeAPicture() {
    Stream.of(
            "\u00FF\u00D8\u00FF\u00E0",
            "\u0089PNG\r\n\u001A\n",
            "RIFF\u0000\u0000\u0000\u0000WEBPVP8 ",
            "\u0000\u0000\u0000\u0018ftypheic",
            "\u0000\u0000\u0000\u0018ftypavif")
        .map(start -> (start + "x".repeat(500)).getBytes(StandardCharsets.ISO_8859_1))
        .forEach(bytes -> assertFault(bytes, Fault.DAMAGED));
  }

  private static void assertFault(byte[] bytes, Fault fault) {
    assertThatThrownBy(() -> reader.readPhoto(bytes, ReadingProgress.NONE))
        .isInstanceOfSatisfying(
            UnusableMedia.class, e -> assertThat(e.fault()).as(e.detail()).isEqualTo(fault));
  }

  @Test
  void leavesNoMediaBehind() throws java.io.IOException {
    assertFault(
        ("\u0000\u0000\u0000\u0018ftypheic" + "x".repeat(500))
            .getBytes(StandardCharsets.ISO_8859_1),
        Fault.DAMAGED);
    try (Stream<Path> files = Files.list(folder)) {
      assertThat(files.map(file -> file.getFileName().toString())).isSubsetOf("models", "natives");
    }
  }
}
