package koalens.cli;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.AxeResults;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.options.ColorScheme;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import koalens.backend.configure.Settings;
import koalens.server.KoalensServer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// The page at `/` in a real browser.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PageTest {
  private static final List<String> WCAG =
      List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice");

  private final Playwright playwright =
      Playwright.create(
          new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
  private final Browser browser =
      playwright
          .chromium()
          .launch(
              new BrowserType.LaunchOptions()
                  .setExecutablePath(chromium())
                  .setArgs(List.of("--no-sandbox", "--disable-gpu", "--disable-quic")));
  private final List<AutoCloseable> open = new ArrayList<>();
  private final List<String> complaints = new ArrayList<>();
  private Page page = browser.newPage();
  private String address = "";

  @BeforeAll
  void serve(@TempDir Path folder) {
    KoalensServer server =
        KoalensServer.start(
            Settings.read(Map.of("PORT", "0", "DATA_DIR", folder.toString(), "LOG_LEVEL", "warn")));
    open.add(server);
    address = "http://localhost:" + server.port() + "/";
  }

  @BeforeEach
  void openPage() {
    page = browser.newPage();
    complaints.clear();
    page.onConsoleMessage(message -> {
      if (message.type().equals("error")) {
        complaints.add(message.text());
      }
    });
    page.navigate(address);
  }

  @AfterEach
  void closePage() {
    page.close();
    Assertions.assertEquals(List.of(), complaints, "the browser complained");
  }

  @AfterAll
  void stop() throws Exception {
    browser.close();
    playwright.close();
    for (AutoCloseable resource : open) {
      resource.close();
    }
  }

  @Test
  void showsTheVerdictWithTheReasonForTheIngredientThatDecidedIt() {
    page.fill("#label", "Vatten, socker, salt, mjölk");
    page.click("button[type=submit]");
    assertThat(page.locator("#answer")).containsText("det kommer från mjölk");
    assertThat(page.locator("#answer")).containsText("Vatten");
  }

  @Test
  void answersInEnglishWhenAskedTo() {
    page.click("[data-language=en]");
    page.fill("#label", "Water, oats, salt");
    page.click("button[type=submit]");
    assertThat(page.locator("html")).hasAttribute("lang", "en");
    assertThat(page.locator("#answer")).containsText("comes from plants");
  }

  @Test
  void takesMarkupForText() {
    page.fill("#label", "<img src=x onerror=document.title='taken'>");
    page.click("button[type=submit]");
    assertThat(page.locator("#answer")).not().isEmpty();
    Assertions.assertNotEquals("taken", page.title());
  }

  @Test
  void worksFromTheKeyboard() {
    page.focus("#label");
    page.keyboard().type("Havre, honung");
    page.keyboard().press("Tab");
    page.keyboard().press("Enter");
    assertThat(page.locator("#answer")).containsText("honung");
  }

  @ParameterizedTest
  @ValueSource(strings = {"sv", "en"})
  void isAccessibleInBothLanguagesBeforeAndAfterAnAnswer(String language) {
    page.click("[data-language=" + language + "]");
    assertAccessible();
    page.click("#example");
    assertThat(page.locator("#answer .verdict")).isVisible();
    assertAccessible();
    page.fill("#label", " ");
    page.click("button[type=submit]");
    assertThat(page.locator("#answer .fault")).isVisible();
    assertAccessible();
  }

  @Test
  void isAccessibleInTheDark() {
    page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.DARK));
    page.click("#example");
    assertThat(page.locator("#answer .verdict")).isVisible();
    assertAccessible();
  }

  @Test
  void documentsItselfAccessibly() {
    page.navigate(address + "docs");
    assertThat(page.locator("#contract")).containsText("POST /analyze-text");
    assertAccessible();
  }

  private void assertAccessible() {
    AxeResults found = new AxeBuilder(page).withTags(WCAG).analyze();
    Assertions.assertEquals(
        List.of(),
        found.getViolations().stream().map(one -> one.getId() + ": " + one.getNodes()).toList());
    Assertions.assertFalse(found.getPasses().isEmpty(), "nothing was looked at");
  }

  private static Path chromium() {
    Optional<Path> found =
        Stream.of(
                System.getenv().getOrDefault("CHROMIUM", ""),
                "/usr/bin/chromium",
                "/usr/bin/chromium-browser",
                "/usr/bin/google-chrome",
                "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome")
            .filter(path -> !path.isEmpty())
            .map(Path::of)
            .filter(Files::isExecutable)
            .findFirst();
    return found.orElseThrow(() ->
        new IllegalStateException(
            "no Chromium: install it (apt install chromium) or set CHROMIUM to its path"));
  }
}
