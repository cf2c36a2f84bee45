package koalens.app;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FilePayload;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/// A camera that sees a label, and the pictures and films that come of it.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class CameraTest {
  private static final List<String> LINES =
      List.of("Ingredienser: Havre, socker,", "vassle, salt.");
  // The first reading loads the reader; a busy machine takes its time.
  private static final double READING_MILLISECONDS = 120_000;
  private static final String LOOK =
      """
      window.look = (state) => {
        Object.defineProperty(document, 'visibilityState', {value: state, configurable: true});
        document.dispatchEvent(new Event('visibilitychange'));
      };
      """;
  private static final String LABEL = String.join(" ", LINES);

  private Browsing browsing;

  @BeforeAll
  void start(@TempDir Path folder) {
    Path film = folder.resolve("label.y4m");
    new PrintedLabel(1280, 720, LINES).film(film);
    browsing =
        new Browsing(
            "--use-fake-device-for-media-stream", "--use-file-for-fake-video-capture=" + film);
  }

  @AfterEach
  void closePages() {
    browsing.closePages();
  }

  @AfterAll
  void stop() {
    browsing.close();
  }

  private static Locator button(Page page, String name) {
    return page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name));
  }

  private static void choose(Page page, String name, String type, byte[] bytes) {
    page.locator("input[type=file]").setInputFiles(new FilePayload(name, type, bytes));
  }

  @Test
  void goesFromALivePictureToTheVerdict() throws IOException {
    Page page = browsing.open();
    var reader = new MediaStandIn(browsing, LABEL);
    reader.standIn(page, "/analyze-image");
    button(page, "Fotografera").click();
    assertThat(page.locator(".guidance.good")).isVisible();
    Browsing.assertAccessible(page);
    button(page, "Ta bilden").click();
    assertThat(page.locator(".verdict.non-vegan")).isVisible();
    assertThat(page.locator(".rows").first()).containsText("vassle");
    assertThat(page.locator("#read-text")).hasValue(LABEL);
    assertThat(page.getByAltText("Bilden du tog")).isVisible();
    assertThat(page.locator(".caution")).containsText("Vinkla förpackningen");
    assertThat(widthOf(reader.sentFile())).isEqualTo(1280);
    Browsing.assertAccessible(page);
  }

  /// The page with a camera whose photos are taken by the script, the body of a class.
  private Page openWithPhotosBy(String script) {
    Page page = browsing.open();
    page.addInitScript("window.ImageCapture = class {" + script + "};");
    page.reload();
    button(page, "Fotografera").click();
    assertThat(page.locator(".guidance.good")).isVisible();
    return page;
  }

  @Test
  void sendsThePhotoOfTheCameraAndNotItsFilm() throws IOException {
    Page page =
        openWithPhotosBy(
            """
            takePhoto() {
              const photo = new OffscreenCanvas(640, 480);
              photo.getContext('2d');
              return photo.convertToBlob();
            }
            """);
    var reader = new MediaStandIn(browsing, LABEL);
    reader.standIn(page, "/analyze-image");
    button(page, "Ta bilden").click();
    assertThat(page.locator(".verdict.non-vegan")).isVisible();
    assertThat(widthOf(reader.sentFile())).isEqualTo(640);
  }

  @Test
  void sendsThePictureOfTheFilmWhenTheCameraTakesNoPhoto() throws IOException {
    Page page = openWithPhotosBy("constructor() { throw new DOMException('off'); }");
    var reader = new MediaStandIn(browsing, LABEL);
    reader.standIn(page, "/analyze-image");
    button(page, "Ta bilden").click();
    assertThat(page.locator(".verdict.non-vegan")).isVisible();
    assertThat(widthOf(reader.sentFile())).isEqualTo(1280);
  }

  @Test
  void pullsNobodyBackWithAPhotoThatComesAfterTheyLeft() {
    Page page =
        openWithPhotosBy(
            "takePhoto() { return new Promise((taken) => { window.develop = taken; }); }");
    button(page, "Ta bilden").click();
    assertThat(button(page, "Ta bilden")).hasAttribute("aria-busy", "true");
    assertThat(page.getByText("Tar bilden")).isAttached();
    button(page, "Tillbaka").click();
    assertThat(page.locator("#label")).isVisible();
    page.evaluate(
        """
        async () => {
          window.develop(null);
          await new Promise((later) => setTimeout(later, 200));
        }
        """);
    assertThat(page.locator("#label")).isVisible();
    assertThat(page).hasURL(browsing.address() + "#/scan");
  }

  private static int widthOf(byte[] picture) throws IOException {
    return ImageIO.read(new ByteArrayInputStream(picture)).getWidth();
  }

  @Test
  void goesFromAColdStartToAVerdictOnAPhotographedLabelByTheServersOwnReader() {
    Page page = browsing.openFirst();
    button(page, "Fotografera").click();
    assertThat(page.locator(".guidance.good")).isVisible();
    button(page, "Ta bilden").click();
    page.waitForSelector(
        ".verdict.non-vegan", new Page.WaitForSelectorOptions().setTimeout(READING_MILLISECONDS));
    assertThat(page.locator(".rows").first()).containsText("vassle");
    assertThat(page.locator("#read-text")).hasValue(Pattern.compile("socker[\\s\\S]*vassle"));
  }

  @Test
  void filmsWithACountdown() {
    Page page = browsing.open();
    var reader = new MediaStandIn(browsing, LABEL);
    reader.standIn(page, "/analyze-video");
    button(page, "Filma").click();
    button(page, "Börja filma").click();
    assertThat(page.getByRole(AriaRole.TIMER)).containsText(Pattern.compile("(8|9|10|11) s kvar"));
    page.locator(".release").click();
    assertThat(page.locator(".verdict.non-vegan")).isVisible();
    assertThat(page.locator(".provenance")).containsText("5 bilder ur filmen");
    assertThat(isFilm(reader.sentFile())).isTrue();
  }

  // MP4 begins with a box named ftyp, WebM with the mark of Matroska.
  private static boolean isFilm(byte[] bytes) {
    String head = new String(bytes, 0, Math.min(bytes.length, 12), StandardCharsets.ISO_8859_1);
    return head.contains("ftyp") || head.startsWith("\u001aE\u00df\u00a3");
  }

  @Test
  void stopsTheFilmAtItsLimitByItself() {
    Page page = browsing.open();
    new MediaStandIn(browsing, LABEL).standIn(page, "/analyze-video");
    page.clock().install();
    page.navigate(browsing.address() + "#/camera/film");
    page.clock().runFor(1000);
    button(page, "Börja filma").click();
    page.clock().runFor(13_000);
    assertThat(page.locator(".verdict.non-vegan")).isVisible();
  }

  @Test
  void makesLargePicturesSmallBeforeTheyAreSent() throws IOException {
    Page page = browsing.open();
    var reader = new MediaStandIn(browsing, LABEL);
    reader.standIn(page, "/analyze-image");
    choose(page, "label.jpg", "image/jpeg", new PrintedLabel(5000, 3750, LINES).jpeg());
    assertThat(page.locator(".verdict.non-vegan")).isVisible();
    BufferedImage sent = ImageIO.read(new ByteArrayInputStream(reader.sentFile()));
    assertThat(sent.getWidth()).isEqualTo(4600);
    assertThat(sent.getHeight()).isEqualTo(3450);
  }

  @Test
  void saysThatAFileIsNoPictureBeforeItIsSent() {
    Page page = browsing.open();
    choose(page, "label.jpg", "image/jpeg", "not a picture".getBytes(StandardCharsets.UTF_8));
    assertThat(page.getByRole(AriaRole.ALERT)).containsText("Bilden går inte att öppna");
    Browsing.assertAccessible(page);
    button(page, "Ny skanning").click();
    choose(page, "film.mp4", "video/mp4", new byte[0]);
    assertThat(page.getByRole(AriaRole.ALERT)).containsText("Filmen går inte att öppna");
  }

  @Test
  void saysThatAFilmIsTooLargeBeforeItIsSent() {
    Page page = browsing.open();
    page.route("**/analyze-video", _ -> Assertions.fail("it was sent"));
    page.evaluate(
        """
        () => {
          const files = new DataTransfer();
          files.items.add(new File([new Uint8Array(21 * 1024 * 1024)], 'a.mp4', {type: 'video/mp4'}));
          const input = document.querySelector('input[type=file]');
          input.files = files.files;
          input.dispatchEvent(new Event('change', {bubbles: true}));
        }
        """);
    assertThat(page.getByRole(AriaRole.ALERT)).containsText("Högst 20 MB");
  }

  @Test
  void callsNothingVeganThatWasReadInPartUntilAPersonHasSeenAllOfIt() {
    Page page = browsing.open();
    new MediaStandIn(browsing, "Ingredienser: Havre, socker,", false)
        .standIn(page, "/analyze-image");
    choose(page, "label.jpg", "image/jpeg", new PrintedLabel(800, 600, LINES).jpeg());
    assertThat(page.locator(".verdict.unknown .means")).containsText("hela listan");
    for (int again = 0; again < 2; again++) {
      page.locator("#read-text").fill("Ingredienser: Havre, socker, ".repeat(again + 1));
      button(page, "Fråga igen").click();
      assertThat(page.locator("#read-text"))
          .hasValue("Ingredienser: Havre, socker, ".repeat(again + 1));
      assertThat(page.locator(".verdict.unknown")).isVisible();
    }
    page.reload();
    Browsing.assertAccessible(page);
    page.getByLabel("Hela listan finns med").check();
    button(page, "Fråga igen").click();
    assertThat(page.locator(".verdict.vegan")).isVisible();
    assertThat(page.getByLabel("Hela listan finns med")).hasCount(0);
  }

  @Test
  void promisesNothingAboutTheRestOfAListThatWasReadInPart() {
    Page page = browsing.open();
    new MediaStandIn(browsing, "Ingredienser: Havre, E471,", false).standIn(page, "/analyze-image");
    choose(page, "label.jpg", "image/jpeg", new PrintedLabel(800, 600, LINES).jpeg());
    assertThat(page.locator(".verdict.maybe-vegan .means"))
        .containsText("hela listan kanske inte kom med");
  }

  @Test
  void canBeCancelledWhileThePictureIsRead() {
    Page page = browsing.open();
    page.route("**/analyze-image", _ -> {});
    choose(page, "label.jpg", "image/jpeg", new PrintedLabel(800, 600, LINES).jpeg());
    assertThat(page.locator("progress")).isVisible();
    Browsing.assertAccessible(page);
    button(page, "Avbryt").click();
    assertThat(page.locator("#label")).isVisible();
    assertThat(page.locator(".verdict")).hasCount(0);
  }

  @Test
  void offersAFileWhenTheCameraIsRefused() {
    Page page = browsing.open(options -> options.setPermissions(List.of()));
    new MediaStandIn(browsing, LABEL).standIn(page, "/analyze-image");
    button(page, "Fotografera").click();
    assertThat(page.getByRole(AriaRole.ALERT)).containsText("Kameran är inte tillåten");
    Browsing.assertAccessible(page);
    choose(page, "label.jpg", "image/jpeg", new PrintedLabel(800, 600, LINES).jpeg());
    assertThat(page.locator(".verdict.non-vegan")).isVisible();
  }

  @Test
  void offersAFileWhenThereIsNoCamera() {
    try (var without = new Browsing()) {
      Page page = without.open();
      button(page, "Filma").click();
      assertThat(page.getByRole(AriaRole.ALERT)).containsText("Ingen kamera hittades");
      assertThat(button(page, "Välj en fil")).isVisible();
      without.closePages();
    }
  }

  @Test
  void turnsTheCameraOffWhenOneLeaves() {
    Page page = browsing.open();
    button(page, "Fotografera").click();
    assertThat(button(page, "Ta bilden")).isVisible();
    page.evaluate("() => { window.seen = document.querySelector('video').srcObject }");
    button(page, "Tillbaka").click();
    assertThat(page.locator("#label")).isVisible();
    assertThat(page.evaluate("() => window.seen.getTracks()[0].readyState")).isEqualTo("ended");
  }

  @Test
  void turnsTheCameraOffWhileNobodyLooks() {
    Page page = browsing.open();
    page.addInitScript(LOOK);
    page.reload();
    button(page, "Fotografera").click();
    assertThat(button(page, "Ta bilden")).isVisible();
    page.evaluate("() => { window.seen = document.querySelector('video').srcObject }");
    page.evaluate("() => window.look('hidden')");
    assertThat(button(page, "Ta bilden")).hasCount(0);
    assertThat(page.evaluate("() => window.seen.getTracks()[0].readyState")).isEqualTo("ended");
    page.evaluate("() => window.look('visible')");
    assertThat(button(page, "Ta bilden")).isVisible();
  }

  @Test
  void saysThatTheCameraWentOffByItself() {
    Page page = browsing.open();
    page.addInitScript(LOOK);
    page.reload();
    button(page, "Fotografera").click();
    goesOffByItself(page);
    button(page, "Försök igen").click();
    goesOffByItself(page);
    page.evaluate("() => window.look('hidden')");
    page.evaluate("() => window.look('visible')");
    assertThat(button(page, "Ta bilden")).isVisible();
    assertThat(page.getByRole(AriaRole.ALERT)).hasCount(0);
  }

  private static void goesOffByItself(Page page) {
    assertThat(button(page, "Ta bilden")).isVisible();
    page.evaluate(
        """
        () => {
          window.seen = document.querySelector('video').srcObject.getTracks()[0];
          window.seen.dispatchEvent(new Event('ended'));
        }
        """);
    assertThat(page.getByRole(AriaRole.ALERT)).containsText("Kameran är inte igång");
    assertThat(page.evaluate("() => window.seen.readyState")).isEqualTo("ended");
  }

  @Test
  void switchesTheLightWhereThereIsOne() {
    Page page = browsing.open();
    page.addInitScript(
        """
        window.asked = [];
        MediaStreamTrack.prototype.getCapabilities = () => ({ torch: true });
        MediaStreamTrack.prototype.applyConstraints = async (wanted) => {
          window.asked.push(wanted.advanced[0].torch);
        };
        """);
    page.reload();
    button(page, "Fotografera").click();
    button(page, "Lampa").click();
    assertThat(button(page, "Lampa")).hasAttribute("aria-pressed", "true");
    assertThat(button(page, "Filma")).isVisible();
    Browsing.assertAccessible(page);
    button(page, "Lampa").click();
    assertThat(button(page, "Lampa")).hasAttribute("aria-pressed", "false");
    assertThat(page.evaluate("() => window.asked")).isEqualTo(List.of(true, false));
  }

  @Test
  void hasNoSwitchForALightThatIsNotThere() {
    Page page = browsing.open();
    button(page, "Fotografera").click();
    assertThat(button(page, "Ta bilden")).isVisible();
    assertThat(button(page, "Lampa")).hasCount(0);
  }
}
