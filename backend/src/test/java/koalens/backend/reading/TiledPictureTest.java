package koalens.backend.reading;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import koalens.backend.reading.TiledFile.Codec;
import koalens.backend.reading.TiledFile.Grid;
import koalens.backend.reading.UnusableMedia.Fault;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Pictures laid together of tiles, as iPhones write them.
class TiledPictureTest {
  private static final String TEXT = "Ingredienser: vatten, socker, skummjölkspulver, salt.";
  private static final int TILE = 256;

  @TempDir private static Path folder;
  @TempDir private static Path work;
  private static LabelReader reader;
  private static Encoder encoder;

  @BeforeAll
  static void open() {
    reader = new LabelReader(folder, ReadingLimits.STANDARD, TextLanguage.UNKNOWN);
    // The reader says where natives are laid out, before the encoder asks.
    photo(fixture());
    encoder = new Encoder(work);
  }

  @AfterAll
  static void close() {
    reader.close();
  }

  private static byte[] fixture() {
    try (InputStream stream = TiledPictureTest.class.getResourceAsStream("label-tiled.heic")) {
      return stream.readAllBytes();
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  private static LabelReading photo(byte[] bytes) {
    return reader.readPhoto(bytes, ReadingProgress.NONE);
  }

  private static BufferedImage label() {
    return DrawnLabel.of("Ingredienser: vatten, socker,", "skummjölkspulver, salt.");
  }

  private static Grid grid(BufferedImage picture) {
    int columns = Math.ceilDiv(picture.getWidth(), TILE);
    int rows = Math.ceilDiv(picture.getHeight(), TILE);
    var tiles = new ArrayList<byte[]>();
    for (int i = 0; i < columns * rows; i++) {
      tiles.add(tile(picture, i % columns * TILE, i / columns * TILE));
    }
    return new Grid(columns, rows, TILE, TILE, picture.getWidth(), picture.getHeight(), tiles);
  }

  private static byte[] tile(BufferedImage picture, int left, int top) {
    var tile = new BufferedImage(TILE, TILE, BufferedImage.TYPE_BYTE_GRAY);
    tile.getGraphics().drawImage(picture, -left, -top, null);
    return encoder.encode(
        DrawnLabel.encoded(tile, "png"),
        List.of(),
        "tile.avif",
        "-pix_fmt",
        "yuv420p",
        "-c:v",
        "libaom-av1",
        "-cpu-used",
        "8",
        "-still-picture",
        "1");
  }

  private static byte[] file(int primary, Grid... pictures) {
    return new TiledFile(Codec.AV1, List.of(pictures), primary, 0).bytes();
  }

  @Test
  void areReadWholeAndTurnedAsTheFileSays() {
    LabelReading reading = photo(fixture());
    assertThat(reading.text()).isEqualTo(TEXT);
    assertThat(reading.width()).isGreaterThan(reading.height());
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1})
  void areToldFromOthersInTheFile(int primary) {
    Grid label = grid(label());
    Grid empty = grid(new BufferedImage(2 * TILE, TILE, BufferedImage.TYPE_BYTE_GRAY));
    byte[] file = primary == 0 ? file(0, label, empty) : file(1, empty, label);
    assertThat(photo(file).text()).isEqualTo(TEXT);
    assertThat(photo(file).width()).isEqualTo(label().getWidth());
  }

  @Test
  void areRefusedByTheirHeaderWhenTheyAreTooLarge() {
    Grid one = grid(new BufferedImage(TILE, TILE, BufferedImage.TYPE_BYTE_GRAY));
    List<byte[]> tiles = List.of(one.tiles().getFirst(), one.tiles().getFirst());
    byte[] bomb = file(0, new Grid(2, 1, 30_000, 30_000, 60_000, 30_000, tiles));
    assertFault(bomb, Fault.TOO_LARGE, "60 million pixels");
  }

  @Test
  void areRefusedWhenTheirTilesAreSmallerThanTheFileSays() {
    Grid label = grid(label());
    Grid lie =
        new Grid(label.columns(), label.rows(), 2 * TILE, 2 * TILE, 2400, 600, label.tiles());
    assertFault(file(0, lie), Fault.DAMAGED, "");
  }

  @Test
  void areRefusedWhenTilesAreMissing() {
    Grid label = grid(label());
    List<byte[]> some = label.tiles().subList(0, label.tiles().size() - 1);
    Grid cut =
        new Grid(label.columns(), label.rows(), TILE, TILE, label.width(), label.height(), some);
    assertFault(file(0, cut), Fault.DAMAGED, "");
    byte[] whole = fixture();
    // The first of them cuts the last tile: behind it lies the EXIF part of 36 bytes.
    for (int length : List.of(whole.length - 40, whole.length / 2, 900, 200)) {
      assertFault(Arrays.copyOf(whole, length), Fault.DAMAGED, "");
    }
  }

  @Test
  void areRefusedWhenThereAreTooMany() {
    byte[] tile =
        grid(new BufferedImage(TILE, TILE, BufferedImage.TYPE_BYTE_GRAY)).tiles().getFirst();
    Grid many = new Grid(30, 20, 64, 64, 1920, 1280, java.util.Collections.nCopies(600, tile));
    assertFault(file(0, many), Fault.DAMAGED, "");
  }

  /// Every byte may be wrong: the answer is a reading or a refusal.
  @Test
  void surviveEveryFault() {
    var random = new Random(20_261_128);
    for (int i = 0; i < 12; i++) {
      byte[] bytes = fixture();
      for (int fault = 0; fault < 1 + random.nextInt(8); fault++) {
        // Most of them where the boxes lie.
        bytes[random.nextInt(i % 2 == 0 ? 900 : bytes.length)] = (byte) random.nextInt();
      }
      try {
        assertThat(photo(bytes).framesUsed()).isEqualTo(1);
      } catch (UnusableMedia e) {
        assertThat(e.detail()).isNotBlank();
      }
    }
    assertThat(photo(fixture()).text()).isEqualTo(TEXT);
  }

  private static void assertFault(byte[] bytes, Fault fault, String said) {
    assertThatThrownBy(() -> photo(bytes))
        .isInstanceOfSatisfying(
            UnusableMedia.class,
            e -> {
              assertThat(e.fault()).as(e.detail()).isEqualTo(fault);
              assertThat(e.detail()).contains(said);
            });
  }
}
