package koalens.backend.reading;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import koalens.backend.reading.UnusableMedia.Fault;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// What is decoded in a process of its own: whole, turned, broken, too long, and over and over.
class ForeignMediaTest {
  private static final String TEXT = "Ingredienser: vatten, socker, skummjölkspulver, salt.";
  private static final List<String> STILL = List.of("-loop", "1", "-r", "10", "-t", "1");

  @TempDir private static Path folder;
  @TempDir private static Path work;
  private static LabelReader reader;
  private static Encoder encoder;

  @BeforeAll
  static void open() {
    reader = new LabelReader(folder, ReadingLimits.STANDARD, TextLanguage.UNKNOWN);
    // The reader says where natives are laid out, before the encoder asks.
    photo(fixture("label.heic"));
    encoder = new Encoder(work);
  }

  @AfterAll
  static void close() {
    reader.close();
  }

  private static byte[] fixture(String name) {
    try (InputStream stream = ForeignMediaTest.class.getResourceAsStream(name)) {
      return stream.readAllBytes();
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  private static byte[] label(int quarters) {
    BufferedImage label = DrawnLabel.of("Ingredienser: vatten, socker,", "skummjölkspulver, salt.");
    return DrawnLabel.encoded(Orientation.upright(label, quarters), "png");
  }

  private static LabelReading photo(byte[] bytes) {
    return reader.readPhoto(bytes, ReadingProgress.NONE);
  }

  private static LabelReading film(byte[] bytes) {
    return reader.readFilm(bytes, ReadingProgress.NONE);
  }

  @ParameterizedTest
  @ValueSource(strings = {"label.webp", "label.heic", "label.avif"})
  void readsPhotosTheJdkCannotDecode(String name) {
    LabelReading reading = photo(fixture(name));
    assertThat(reading.text()).contains("Ingredienser: vatten, socker,", "pulver, salt.");
    assertThat(reading.width()).isEqualTo(800);
  }

  @ParameterizedTest
  @CsvSource({
    "film.mp4, libopenh264",
    "film.mov, libopenh264",
    "film.webm, libvpx",
    "film.webm, libvpx-vp9"
  })
  void readsAFilm(String name, String codec) {
    byte[] film = encoder.encode(label(0), STILL, name, "-c:v", codec, "-pix_fmt", "yuv420p");
    var seen = new ArrayList<SeenPicture>();
    LabelReading reading =
        reader.readFilm(
            film,
            new ReadingProgress() {
              @Override
              public void at(int done, int of) {}

              @Override
              public void looksAt(SeenMedium medium) {
                seen.addAll(medium.pictures());
              }
            });
    assertThat(reading.text()).isEqualTo(TEXT);
    assertThat(reading.framesUsed()).isEqualTo(seen.size()).isPositive();
    assertThat(reading.frame()).isLessThan(seen.size());
  }

  @ParameterizedTest
  @ValueSource(strings = {"turned.mp4", "turned.mov"})
  void turnsAFilmAsItsContainerSays(String name) {
    encoder.encode(label(1), STILL, "lying.mp4", "-c:v", "libopenh264", "-pix_fmt", "yuv420p");
    byte[] turned =
        encoder.make(
            name,
            "-display_rotation",
            "90",
            "-i",
            work.resolve("lying.mp4").toString(),
            "-c",
            "copy");
    LabelReading reading = film(turned);
    assertThat(reading.width()).isGreaterThan(reading.height());
    assertThat(reading.text()).isEqualTo(TEXT);
  }

  @Test
  void turnsAPngAndAWebpAsTheirExifPartSays() {
    LabelReading png = photo(withPngExif(label(3), 6));
    assertThat(png.width()).isEqualTo(1200);
    byte[] lying = encoder.encode(label(3), List.of(), "lying.webp", "-c:v", "libwebp");
    LabelReading webp = photo(withWebpExif(lying, 6));
    assertThat(webp.width()).isEqualTo(1200);
    assertThat(webp.text()).isEqualTo(TEXT);
  }

  private static byte[] tiff(int orientation) {
    return ByteBuffer.allocate(26)
        .put("MM\0*".getBytes(StandardCharsets.ISO_8859_1))
        .putInt(8)
        .putShort((short) 1)
        .putShort((short) 0x0112)
        .putShort((short) 3)
        .putInt(1)
        .putShort((short) orientation)
        .array();
  }

  private static byte[] withPngExif(byte[] png, int orientation) {
    byte[] tiff = tiff(orientation);
    var chunk = ByteBuffer.allocate(12 + tiff.length).putInt(tiff.length);
    chunk.put("eXIf".getBytes(StandardCharsets.ISO_8859_1)).put(tiff);
    var sum = new java.util.zip.CRC32();
    sum.update(chunk.array(), 4, 4 + tiff.length);
    chunk.putInt((int) sum.getValue());
    int header = 33;
    var whole = new ByteArrayOutputStream();
    whole.write(png, 0, header);
    whole.writeBytes(chunk.array());
    whole.write(png, header, png.length - header);
    return whole.toByteArray();
  }

  private static byte[] withWebpExif(byte[] webp, int orientation) {
    byte[] tiff = tiff(orientation);
    var more = ByteBuffer.allocate(18 + 8 + tiff.length).order(ByteOrder.LITTLE_ENDIAN);
    more.put("VP8X".getBytes(StandardCharsets.ISO_8859_1)).putInt(10).putInt(8);
    // A size less one, in three bytes: the picture lies.
    putThree(more, heightOf(label(0)) - 1);
    putThree(more, 1200 - 1);
    byte[] frame = Arrays.copyOfRange(webp, 12, webp.length);
    var whole = new ByteArrayOutputStream();
    whole.write(webp, 0, 12);
    whole.write(more.array(), 0, 18);
    whole.writeBytes(frame);
    var exif = ByteBuffer.allocate(8 + tiff.length).order(ByteOrder.LITTLE_ENDIAN);
    exif.put("EXIF".getBytes(StandardCharsets.ISO_8859_1)).putInt(tiff.length).put(tiff);
    whole.writeBytes(exif.array());
    byte[] bytes = whole.toByteArray();
    ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).putInt(4, bytes.length - 8);
    return bytes;
  }

  private static void putThree(ByteBuffer buffer, int value) {
    buffer.put((byte) value).put((byte) (value >> 8)).put((byte) (value >> 16));
  }

  private static int heightOf(byte[] png) {
    return ByteBuffer.wrap(png).getInt(20);
  }

  @Test
  void saysThatAFilmIsTooLongByItsHeader() {
    byte[] twoHours =
        encoder.make(
            "long.mp4",
            "-f",
            "lavfi",
            "-i",
            "color=s=64x64:r=1/60:d=7200",
            "-c:v",
            "libopenh264",
            "-pix_fmt",
            "yuv420p");
    assertFilmFault(twoHours, Fault.TOO_LARGE, "60 seconds");
  }

  @Test
  void saysThatAFilmHasNoPicture() {
    byte[] sound = encoder.make("sound.mp4", "-f", "lavfi", "-i", "sine=duration=1", "-c:a", "aac");
    assertFilmFault(sound, Fault.NO_PICTURE, "no picture");
  }

  @Test
  void refusesAPhotoSentAsAFilmAndAFilmSentAsAPhoto() {
    assertFilmFault(fixture("label.heic"), Fault.UNSUPPORTED, "photo");
    byte[] film =
        encoder.make(
            "tiny.mp4",
            "-f",
            "lavfi",
            "-i",
            "color=s=64x64:d=1",
            "-c:v",
            "libopenh264",
            "-pix_fmt",
            "yuv420p");
    assertFault(film, Fault.UNSUPPORTED);
  }

  @ParameterizedTest
  @CsvSource({
    "animated.webp, libwebp_anim, webp",
    "animated.avif, libaom-av1, avif",
    "animated.png, apng, apng"
  })
  void refusesAnAnimatedPicture(String name, String codec, String container) {
    byte[] animated =
        encoder.make(
            name, "-f", "lavfi", "-i", "testsrc=s=64x64:r=5:d=1", "-c:v", codec, "-f", container);
    assertThatThrownBy(() -> photo(animated))
        .isInstanceOfSatisfying(
            UnusableMedia.class,
            e -> {
              assertThat(e.fault()).isEqualTo(Fault.UNSUPPORTED);
              assertThat(e.detail()).contains("animated");
            });
  }

  @Test
  void saysWhichFormatsItTakesWhenAskedForAnother() {
    byte[] gif = encoder.make("a.gif", "-f", "lavfi", "-i", "testsrc=s=64x64:r=5:d=1");
    byte[] sound = encoder.make("a.wav", "-f", "lavfi", "-i", "sine=duration=1");
    for (byte[] bytes : List.of(gif, sound)) {
      assertFault(bytes, Fault.UNSUPPORTED);
      assertFilmFault(bytes, Fault.UNSUPPORTED, "send JPEG, PNG, WebP, HEIC or AVIF");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"label.webp", "label.heic", "label.avif"})
  void refusesAPhotoThatBreaksOff(String name) {
    byte[] whole = fixture(name);
    for (int length : List.of(whole.length - whole.length / 8, whole.length / 2, 200, 16)) {
      assertFault(Arrays.copyOf(whole, length), Fault.DAMAGED);
    }
  }

  @ParameterizedTest
  @CsvSource({"cut.mp4, libopenh264", "cut.webm, libvpx"})
  void refusesAFilmThatBreaksOffBeforeItBegins(String name, String codec) {
    byte[] whole = encoder.encode(label(0), STILL, name, "-c:v", codec, "-pix_fmt", "yuv420p");
    for (int length : List.of(300, 64, 20)) {
      assertThatThrownBy(() -> film(Arrays.copyOf(whole, length)))
          .isInstanceOf(UnusableMedia.class);
    }
  }

  @Test
  void readsAPhotoWithSomethingElseBehindIt() {
    BufferedImage label = DrawnLabel.of("Ingredienser: vatten, socker,", "skummjölkspulver, salt.");
    var polyglot = new ByteArrayOutputStream();
    polyglot.writeBytes(DrawnLabel.encoded(label, "jpeg"));
    polyglot.writeBytes("PK\3\4<script>alert(1)</script>".getBytes(StandardCharsets.UTF_8));
    assertThat(photo(polyglot.toByteArray()).text()).isEqualTo(TEXT);
  }

  /// Every byte may be wrong: the answer is a reading or a refusal, and the reader goes on.
  @Test
  void survivesEveryFault() {
    var random = new Random(20_261_127);
    List<byte[]> media = small();
    for (int i = 0; i < 6 * media.size(); i++) {
      byte[] bytes = media.get(i % media.size()).clone();
      for (int fault = 0; fault < 1 + random.nextInt(20); fault++) {
        bytes[random.nextInt(bytes.length)] = (byte) random.nextInt();
      }
      read(random.nextBoolean() ? bytes : Arrays.copyOf(bytes, random.nextInt(bytes.length)));
    }
    assertThat(photo(fixture("label.webp")).text()).contains("vatten, socker");
  }

  private static void read(byte[] bytes) {
    try {
      photo(bytes);
    } catch (UnusableMedia e) {
      assertThat(e.detail()).isNotBlank();
    }
    try {
      film(bytes);
    } catch (UnusableMedia e) {
      assertThat(e.detail()).isNotBlank();
    }
  }

  private static List<byte[]> small() {
    String source = "color=s=96x64:d=0.3";
    return List.of(
        encoder.make("s.webp", "-f", "lavfi", "-i", source, "-frames:v", "1", "-c:v", "libwebp"),
        encoder.make(
            "s.avif",
            "-f",
            "lavfi",
            "-i",
            source,
            "-frames:v",
            "1",
            "-c:v",
            "libaom-av1",
            "-cpu-used",
            "8"),
        encoder.make("s.jpg", "-f", "lavfi", "-i", source, "-frames:v", "1"),
        encoder.make("s.png", "-f", "lavfi", "-i", source, "-frames:v", "1"),
        encoder.make(
            "s.mp4", "-f", "lavfi", "-i", source, "-c:v", "libopenh264", "-pix_fmt", "yuv420p"),
        encoder.make("s.webm", "-f", "lavfi", "-i", source, "-c:v", "libvpx"));
  }

  /// Memory outside the heap and threads go back to where they were. How often it tries is the
  /// property `koalens.media.rounds`: a thousand proves more, and takes some minutes.
  @Test
  void leavesNoMemoryAndNoThreadsBehind() throws IOException {
    List<byte[]> media = small();
    media.forEach(ForeignMediaTest::read);
    long memory = residentBytes();
    int threads = Thread.activeCount();
    for (int i = 0; i < Integer.getInteger("koalens.media.rounds", 30); i++) {
      byte[] bytes = media.get(i % media.size());
      read(i % 2 == 0 ? bytes : Arrays.copyOf(bytes, bytes.length * 2 / 3));
    }
    assertThat(Thread.activeCount()).isLessThanOrEqualTo(threads + 2);
    assertThat(ProcessHandle.current().children()).isEmpty();
    assertThat(residentBytes() - memory).isLessThan(150L << 20);
    try (var files = Files.list(folder)) {
      assertThat(files.map(file -> file.getFileName().toString()))
          .noneMatch(name -> name.startsWith("medium-"));
    }
  }

  private static long residentBytes() throws IOException {
    return Files.readString(Path.of("/proc/self/status"))
        .lines()
        .filter(line -> line.startsWith("VmRSS:"))
        .mapToLong(line -> 1024 * Long.parseLong(line.replaceAll("\\D", "")))
        .findFirst()
        .orElseThrow();
  }

  /// Whatever the first bytes are, they are a format or none.
  @Test
  void tellsAFormatOfAnyBytes() {
    var random = new Random(1);
    for (int i = 0; i < 20_000; i++) {
      var bytes = new byte[random.nextInt(64)];
      random.nextBytes(bytes);
      if (bytes.length > 11 && i % 2 == 0) {
        System.arraycopy("ftyp".getBytes(StandardCharsets.ISO_8859_1), 0, bytes, 4, 4);
      }
      assertThat(MediaFormat.of(bytes)).isNotNull();
    }
  }

  private static void assertFault(byte[] bytes, Fault fault) {
    assertThatThrownBy(() -> photo(bytes))
        .isInstanceOfSatisfying(
            UnusableMedia.class, e -> assertThat(e.fault()).as(e.detail()).isEqualTo(fault));
  }

  private static void assertFilmFault(byte[] bytes, Fault fault, String said) {
    assertThatThrownBy(() -> film(bytes))
        .isInstanceOfSatisfying(
            UnusableMedia.class,
            e -> {
              assertThat(e.fault()).as(e.detail()).isEqualTo(fault);
              assertThat(e.detail()).contains(said);
            });
  }
}
