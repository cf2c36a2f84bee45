package koalens.backend.reading;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Films of a label that is larger than the picture.
class MovingFilmTest {
  private static final List<String> LABEL =
      List.of(
          "Ingredienser: vatten, socker, havremjöl (12 %), olja, kakaosmör,",
          "majsstärkelse, vetemjöl, äppeljuice, citronsyra, tomatpuré,",
          "persilja, svartpeppar, vitlökspulver, rödbeta, skummjölkspulver.");

  /// However busy the machine is, all frames are read.
  private static final ReadingLimits PATIENT =
      new ReadingLimits(
          ReadingLimits.STANDARD.pixels(),
          ReadingLimits.STANDARD.filmLength(),
          Duration.ofMinutes(2),
          ReadingLimits.STANDARD.lines(),
          5,
          Duration.ofMinutes(5),
          ReadingLimits.STANDARD.threads());

  @TempDir private static Path folder;
  @TempDir private static Path work;
  private static LabelReader reader;

  @BeforeAll
  static void open() {
    reader = new LabelReader(folder, PATIENT, TextLanguage.UNKNOWN);
    // The reader says where natives are laid out, before the encoder asks.
    reader.readPhoto(picture(), ReadingProgress.NONE);
  }

  @AfterAll
  static void close() {
    reader.close();
  }

  private static byte[] picture() {
    return DrawnLabel.encoded(DrawnLabel.of(LABEL, 32, 90), "png");
  }

  /// The picture's left side rests at one place on the label, moves to another and rests there.
  private static LabelReading film(int from, int to) {
    String way = "%d+(%d)*clip((t-0.8)/1.4\\,0\\,1)".formatted(from, to - from);
    byte[] film =
        new Encoder(work)
            .encode(
                picture(),
                List.of("-loop", "1", "-t", "3", "-r", "10"),
                "pan.mp4",
                "-vf",
                "crop=760:ih-mod(ih\\,2):'" + way + "':0",
                "-c:v",
                "libopenh264",
                "-b:v",
                "4M",
                "-pix_fmt",
                "yuv420p");
    return reader.readFilm(film, ReadingProgress.NONE);
  }

  @Test
  void readsAListTooWideForThePictureAsTheCameraMovesAlongIt() {
    LabelReading reading = film(0, 440);
    assertThat(reading.text()).isEqualTo(String.join(" ", LABEL));
    assertThat(reading.complete()).isTrue();
  }

  @Test
  void readsItAsTheCameraMovesBack() {
    LabelReading reading = film(440, 0);
    assertThat(reading.text()).isEqualTo(String.join(" ", LABEL));
    assertThat(reading.complete()).isTrue();
  }

  @Test
  void neverTakesAListForWholeWhoseEndsTheCameraDoesNotReach() {
    LabelReading reading = film(0, 150);
    assertThat(reading.text()).contains("vatten, socker").doesNotContain("skummjölkspulver.");
    assertThat(reading.complete()).isFalse();
  }

  @Test
  void neverTakesAListForWholeWhoseBeginningsTheCameraDoesNotShow() {
    assertThat(film(250, 440).complete()).isFalse();
  }
}
