package koalens.app;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.Media;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Map;
import java.util.regex.Pattern;
import koalens.emulator.Emulator;
import koalens.emulator.Provider;
import koalens.emulator.scenario.Scenario;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/// The live comparison of the providers, as an operator sees it in a browser.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class OperatorsTest {
  private static final String KEY = "öppna sesam & stäng";
  private static final int ANALYSES = 24;

  private final Emulator gemini = Emulator.start(Provider.GEMINI, Scenario.of(1), 0);
  private final Emulator claude = Emulator.start(Provider.ANTHROPIC, Scenario.of(2), 0);
  private final Browsing browsing =
      new Browsing(
          Map.of(
              "ADMIN_KEY", KEY,
              "AI_DEADLINE_MS", "60000",
              "ENABLE_AB_TEST", "true",
              "GEMINI_API_KEY", "key-of-gemini",
              "ANTHROPIC_API_KEY", "key-of-claude",
              "GEMINI_BASE_URL", gemini.baseUrl().toString(),
              "ANTHROPIC_BASE_URL", claude.baseUrl().toString()));

  @BeforeAll
  void peopleAsk() throws IOException, InterruptedException {
    try (HttpClient client = HttpClient.newHttpClient()) {
      for (int i = 0; i < ANALYSES; i++) {
        String body = "{\"ingredients\":[\"Vatten\",\"Mjölk\"],\"userId\":\"u" + i + "\"}";
        HttpRequest request =
            HttpRequest.newBuilder(URI.create(browsing.address() + "analyze-text"))
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(body))
                .build();
        Assertions.assertEquals(200, client.send(request, BodyHandlers.discarding()).statusCode());
      }
    }
  }

  @AfterEach
  void closePages() {
    browsing.closePages();
  }

  @AfterAll
  void stop() {
    browsing.close();
    gemini.close();
    claude.close();
  }

  private Page signedIn(ColorScheme scheme) {
    Page page =
        browsing.open(options -> options.setColorScheme(scheme).setViewportSize(1_280, 900));
    page.navigate(browsing.address() + "experiments");
    page.locator("input[type=password]").fill(KEY);
    page.getByRole(AriaRole.BUTTON).click();
    assertThat(page.locator("h1")).hasText(Pattern.compile("KEEP COLLECTING.*"));
    return page;
  }

  private static String background(Page page) {
    return (String) page.evaluate("() => getComputedStyle(document.body).backgroundColor");
  }

  @Test
  void showsTheDecisionWithItsPlotsToWhoHasTheKey() {
    Page page = signedIn(ColorScheme.LIGHT);
    assertThat(page.locator("svg").first()).isVisible();
    assertThat(page.locator("body")).containsText("gemini:50,claude:50");
    for (Locator plot : page.locator("svg").all()) {
      Assertions.assertTrue(plot.boundingBox().height > 0, "a plot has no height");
    }
    Browsing.assertAccessible(page);
    page.setViewportSize(Browsing.WIDTH, Browsing.HEIGHT);
    Browsing.assertFits(page);
    page.reload();
    assertThat(page.locator("h1")).hasText(Pattern.compile("KEEP COLLECTING.*"));
  }

  @Test
  void isReadableInTheDarkAndOnPaper() {
    Page page = signedIn(ColorScheme.DARK);
    String dark = background(page);
    Browsing.assertAccessible(page);
    page.emulateMedia(
        new Page.EmulateMediaOptions().setMedia(Media.PRINT).setColorScheme(ColorScheme.LIGHT));
    Assertions.assertNotEquals(dark, background(page), "paper is not dark");
    assertThat(page.locator("svg").first()).isVisible();
  }

  @Test
  void showsNothingWithoutTheKey() {
    Page page = browsing.open();
    page.navigate(browsing.address() + "experiments");
    page.locator("input[type=password]").fill("guessed");
    page.getByRole(AriaRole.BUTTON).click();
    assertThat(page.locator("input[type=password]")).isVisible();
    assertThat(page.locator("svg")).hasCount(0);
    assertThat(page.locator("body")).not().containsText("KEEP COLLECTING");
  }
}
