package koalens.app;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.FilePayload;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/// Takes a picture of every screen, to be looked at; when it is named.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class AppScreens {
  private static final Path FOLDER = Path.of("target", "screens");
  private static final List<String> LABELS =
      List.of(
          "Vatten, havre, palmolja, salt.",
          "Vatten, xyzzplugh, salt",
          "Vatten, arom, vitamin D, E471",
          "Ingredienser: Vatten, havre 12 %, fyllning (socker, vassle), arom, salt. "
              + "Kan innehålla spår av ägg.");

  private final Browsing browsing = new Browsing("--use-fake-device-for-media-stream");

  @AfterAll
  void stop() {
    browsing.close();
  }

  @Test
  void takesPicturesOfEveryScreen() {
    for (String language : List.of("sv", "en")) {
      take(
          "phone-light-" + language,
          Browsing.WIDTH,
          Browsing.HEIGHT,
          ColorScheme.LIGHT,
          language,
          100);
    }
    take("phone-dark-sv", Browsing.WIDTH, Browsing.HEIGHT, ColorScheme.DARK, "sv", 100);
    take("phone-large-text-sv", Browsing.WIDTH, Browsing.HEIGHT, ColorScheme.LIGHT, "sv", 200);
    take("desktop-light-sv", 1280, 900, ColorScheme.LIGHT, "sv", 100);
    System.out.println("pictures are in " + FOLDER.toAbsolutePath());
  }

  private void take(
      String name, int width, int height, ColorScheme scheme, String language, int size) {
    Page page =
        browsing.open(options -> options.setViewportSize(width, height).setColorScheme(scheme));
    page.evaluate(
        "([language, size]) => localStorage.setItem('koalens.settings',"
            + " JSON.stringify({language, size, welcomed: false, watched: ['palm']}))",
        List.of(language, size));
    page.reload();
    shoot(page, name, "welcome");
    page.click(".welcome .plain:last-child");
    shoot(page, name, "scan");
    for (int i = 0; i < LABELS.size(); i++) {
      page.navigate(browsing.address() + "#/scan");
      page.fill("#label", LABELS.get(i));
      page.click("button[type=submit]");
      page.waitForSelector(".verdict");
      shoot(page, name, "result-" + i);
    }
    for (String screen : List.of("history", "lookup", "more")) {
      page.navigate(browsing.address() + "#/" + screen);
      page.waitForSelector("main." + screen);
      shoot(page, name, screen);
    }
    page.navigate(browsing.address() + "#/lookup");
    page.fill("#lookup-words", "E471");
    page.waitForSelector(".entry");
    shoot(page, name, "lookup-found");
    page.navigate(browsing.address() + "#/camera");
    page.waitForSelector(".guidance");
    shoot(page, name, "camera");
    readInPart(page);
    shoot(page, name, "result-part");
    page.locator("#read-text").scrollIntoViewIfNeeded();
    shoot(page, name, "result-part-text");
    page.route("**/analyze-text", Route::abort);
    page.navigate(browsing.address() + "#/scan");
    page.fill("#label", "Havre");
    page.click("button[type=submit]");
    page.waitForSelector(".fault");
    shoot(page, name, "offline");
    page.navigate(browsing.address() + "#/history");
    page.waitForSelector(".queue");
    shoot(page, name, "queue");
    browsing.closePages();
  }

  private void readInPart(Page page) {
    new MediaStandIn(browsing, "Ingredienser: Havre, socker,", false)
        .standIn(page, "/analyze-image");
    page.navigate(browsing.address() + "#/scan");
    byte[] photo = new PrintedLabel(800, 600, List.of("Ingredienser: Havre, socker,")).jpeg();
    page.locator("input[type=file]")
        .setInputFiles(new FilePayload("label.jpg", "image/jpeg", photo));
    page.waitForSelector(".verdict");
  }

  private static void shoot(Page page, String name, String screen) {
    page.screenshot(
        new Page.ScreenshotOptions().setPath(FOLDER.resolve(name + "-" + screen + ".png")));
  }
}
