package koalens.app;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.google.gson.JsonObject;
import com.microsoft.playwright.CDPSession;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FilePayload;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What goes wrong between the app and its server: its own words, and a way on.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class FaultTest {
  private static final String JSON = "application/json";
  private static final String PROBLEM = "application/problem+json";

  // What the page does not name itself.
  private static final String OTHER_SCREENS =
      """
      () => performance.getEntriesByType('resource').map((one) => new URL(one.name).pathname)
          .find((path) => /part-/.test(path) && !document.head.innerHTML.includes(path.slice(1)))
          .slice(1)
      """;

  private final Browsing browsing = new Browsing();

  @AfterEach
  void closePages() {
    browsing.closePages();
  }

  @AfterAll
  void stop() {
    browsing.close();
  }

  private static void ask(Page page, String text) {
    page.fill("#label", text);
    page.click("button[type=submit]");
  }

  private static Route.FulfillOptions answer(int status, String type, String body) {
    return new Route.FulfillOptions()
        .setStatus(status)
        .setHeaders(Map.of("Content-Type", type))
        .setBody(body);
  }

  @ParameterizedTest
  @CsvSource({
    "400, Något gick fel hos oss",
    "402, Månadens analyser är slut",
    "404, Servern känner inte till detta",
    "408, Servern svarade inte i tid",
    "413, Texten är för lång",
    "415, Det gick inte att läsa",
    "422, Det gick inte att läsa",
    "429, Många frågar just nu",
    "500, Något gick fel hos oss",
    "501, Servern känner inte till detta",
    "503, Många frågar just nu",
    "504, Servern svarade inte i tid"
  })
  void hasWordsForEveryProblemAndAWayOn(int status, String title) {
    Page page = browsing.open();
    var asked = new AtomicInteger();
    page.route(
        "**/analyze-text",
        route -> {
          if (asked.getAndIncrement() == 0) {
            route.fulfill(answer(status, PROBLEM, "{\"requestId\":\"mark-7\"}"));
          } else {
            route.resume();
          }
        });
    ask(page, "Havre");
    assertThat(page.getByRole(AriaRole.ALERT)).containsText(title);
    assertThat(page.getByRole(AriaRole.ALERT)).containsText("mark-7");
    page.getByText("Försök igen", new Page.GetByTextOptions().setExact(true)).click();
    assertThat(page.locator(".verdict.vegan")).isVisible();
  }

  @Test
  void getsATokenWhenTheServerAsksForOneAndKeepsIt() {
    Page page = browsing.open();
    var shown = new ArrayList<String>();
    page.route("**/devices", route -> route.fulfill(answer(201, JSON, "{\"token\":\"t-1\"}")));
    page.route(
        "**/analyze-text",
        route -> {
          String token = route.request().headers().getOrDefault("authorization", "none");
          shown.add(token);
          if (token.equals("none")) {
            route.fulfill(answer(401, PROBLEM, "{}"));
          } else {
            var headers = new HashMap<>(route.request().headers());
            headers.remove("authorization");
            route.resume(new Route.ResumeOptions().setHeaders(headers));
          }
        });
    ask(page, "Havre");
    assertThat(page.locator(".verdict.vegan")).isVisible();
    page.getByText("Fråga igen", new Page.GetByTextOptions().setExact(true)).click();
    page.locator("nav").getByText("Historik").click();
    assertThat(page.locator(".answer")).hasCount(2);
    Assertions.assertEquals(List.of("none", "Bearer t-1", "Bearer t-1"), shown);
  }

  @Test
  void saysThatTheDeviceIsNotRecognisedWhenNoTokenHelps() {
    Page page = browsing.open();
    page.route("**/devices", route -> route.fulfill(answer(201, JSON, "{\"token\":\"t-1\"}")));
    page.route("**/analyze-text", route -> route.fulfill(answer(401, PROBLEM, "{}")));
    ask(page, "Havre");
    assertThat(page.getByRole(AriaRole.ALERT)).containsText("Enheten känns inte igen");
  }

  @Test
  void tellsAMonthlyLimitFromTooManyAtOnce() {
    Page page = browsing.open();
    page.route(
        "**/analyze-text",
        route -> route.fulfill(answer(429, PROBLEM, "{\"type\":\"/docs#problem-limit-reached\"}")));
    ask(page, "Havre");
    assertThat(page.getByRole(AriaRole.ALERT)).containsText("Månadens analyser är slut");
    Browsing.assertAccessible(page);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "text/html|<title>Log in to the network</title>",
        "application/json|{\"id\":\"1\",\"status\":\"vegan\",\"isVegan\":null,\"ingredients\":[]}",
        "application/json|{\"id\":\"1\",\"status\":\"vegan\",\"isVegan\":true}",
        "application/json|[]",
        "text/event-stream|data: nothing"
      })
  void showsNoVerdictThatItDoesNotUnderstand(String type, String body) {
    Page page = browsing.open();
    page.route("**/analyze-text", route -> route.fulfill(answer(200, type, body)));
    ask(page, "Mjölk");
    assertThat(page.getByRole(AriaRole.ALERT)).containsText("Svaret gick inte att förstå");
    assertThat(page.locator(".verdict")).hasCount(0);
  }

  @Test
  void keepsTheTextWhenOneGoesBackToChangeIt() {
    Page page = browsing.open();
    page.route("**/analyze-text", route -> route.fulfill(answer(500, PROBLEM, "{}")));
    ask(page, "Havre, x");
    page.getByText("Ändra texten").click();
    assertThat(page.locator("#label")).hasValue("Havre, x");
  }

  @Test
  void saysWhenItTakesLongAndLetsOneLeave() {
    Page page = browsing.open();
    page.clock().install();
    page.route("**/analyze-text", _ -> {});
    ask(page, "Havre");
    assertThat(page.locator("progress")).isVisible();
    page.clock().runFor(9000);
    assertThat(page.getByText("Det tar längre tid än vanligt")).isVisible();
    page.getByText("Avbryt", new Page.GetByTextOptions().setExact(true)).click();
    assertThat(page.locator("#label")).hasValue("Havre");
  }

  @Test
  void showsTheAnswerThoughStorageIsFull() {
    Page page = browsing.open();
    CDPSession session = page.context().newCDPSession(page);
    var quota = new JsonObject();
    quota.addProperty("origin", browsing.address());
    quota.addProperty("quotaSize", 1);
    session.send("Storage.overrideQuotaForOrigin", quota);
    ask(page, "Havre, honung");
    assertThat(page.locator(".verdict.non-vegan")).isVisible();
    assertThat(page.locator(".note")).containsText("kunde inte sparas");
  }

  @Test
  void saysThatTheQueueCannotKeepAnything() {
    Page page = browsing.open();
    page.addInitScript("Object.defineProperty(window, 'indexedDB', {value: undefined})");
    page.reload();
    page.route("**/analyze-text", Route::abort);
    ask(page, "Havre");
    assertThat(page.getByRole(AriaRole.ALERT)).containsText("Lagringen är avstängd");
  }

  @Test
  void keepsItsPatienceWithAServerThatTellsHowFarItIs() {
    Page page = browsing.open();
    page.clock().install();
    page.addInitScript(
        """
        const send = XMLHttpRequest.prototype.send;
        XMLHttpRequest.prototype.send = function (body) {
          if (body?.includes?.('"text"')) { window.asking = this; } else { send.call(this, body); }
        };
        """);
    page.reload();
    ask(page, "Havre");
    assertThat(page.locator("progress")).isVisible();
    for (int i = 0; i < 4; i++) {
      page.clock().runFor(20_000);
      page.evaluate("() => window.asking.onprogress()");
    }
    assertThat(page.locator("progress")).isVisible();
    page.clock().runFor(31_000);
    assertThat(page.getByRole(AriaRole.ALERT)).containsText("Servern svarade inte i tid");
  }

  @Test
  void doesOneThingAtATimeAndLosesNothingAndPullsNobodyAway() {
    Page page = browsing.open();
    var held = new ArrayList<Route>();
    page.route("**/analyze-text", held::add);
    ask(page, "Havre");
    assertThat(page.locator(".running")).isVisible();
    page.locator("nav").getByText("Skanna").click();
    ask(page, "Havre, mjölk");
    assertThat(page.locator(".running")).isVisible();
    page.locator("nav").getByText("Slå upp").click();
    page.fill("#lookup-words", "E1");
    page.waitForCondition(() -> held.size() == 3);
    resume(held, "mjölk");
    assertThat(page.locator(".note")).containsText("Svar klart: Inte vegansk");
    assertThat(page.locator("#lookup-words")).hasValue("E1");
    page.getByText("Visa", new Page.GetByTextOptions().setExact(true)).click();
    assertThat(page.locator(".verdict.non-vegan")).isVisible();
    page.locator("nav").getByText("Historik").click();
    assertThat(page.locator(".answers .answer")).hasCount(1);
    assertThat(page.locator(".queue .answer")).hasCount(1);
    resume(held.subList(1, 3), "\"Havre\"");
    assertThat(page.locator(".note")).containsText("Svar klart: Vegansk");
    assertThat(page.locator(".answers .answer")).hasCount(2);
  }

  private static void resume(List<Route> held, String words) {
    held.stream()
        .filter(route -> route.request().postData().contains(words))
        .forEach(Route::resume);
  }

  @Test
  void saysThatAServerReadsNoPictures() {
    Page page = browsing.open();
    page.route("**/analyze-image", route -> route.fulfill(answer(404, PROBLEM, "{}")));
    byte[] photo = new PrintedLabel(800, 600, List.of("Ingredienser: Havre")).jpeg();
    page.locator("input[type=file]")
        .setInputFiles(new FilePayload("label.jpg", "image/jpeg", photo));
    assertThat(page.getByRole(AriaRole.ALERT)).containsText("läser inte bilder och filmer");
  }

  @Test
  void looksUpAgainAndShowsNothingThatAnswersOtherWords() {
    Page page = browsing.open();
    page.locator("nav").getByText("Slå upp").click();
    page.fill("#lookup-words", "havre");
    assertThat(page.locator(".entry").first()).isVisible();
    var held = new ArrayList<Route>();
    page.route("**/ingredients?*", held::add);
    page.fill("#lookup-words", "vassle");
    assertThat(page.locator(".entry")).hasCount(0);
    page.waitForCondition(() -> !held.isEmpty());
    held.forEach(Route::abort);
    assertThat(page.getByRole(AriaRole.ALERT)).containsText("Kontrollera nätet");
    page.unroute("**/ingredients?*");
    page.getByText("Försök igen", new Page.GetByTextOptions().setExact(true)).click();
    assertThat(page.locator(".entry").first()).containsText("assle");
  }

  @Test
  void saysThatAReportIsAboutAnAnswerNoLongerThere() {
    Page page = browsing.open();
    page.route(
        "**/reports", route -> route.fulfill(answer(422, PROBLEM, "{\"field\":\"analysisId\"}")));
    ask(page, "Havre, honung");
    page.getByText("Stämmer inte?").first().click();
    page.getByRole(AriaRole.TEXTBOX, new Page.GetByRoleOptions().setName("Vad är fel")).fill("x");
    page.getByText("Skicka").click();
    assertThat(page.getByRole(AriaRole.ALERT)).containsText("Finns inte längre");
  }

  @Test
  void offersToReloadWhenAScreensCodeIsGone() {
    Page page = browsing.open();
    String screens = (String) page.evaluate(OTHER_SCREENS);
    page.route("**/" + screens, route -> route.fulfill(answer(404, "text/plain", "")));
    page.navigate(browsing.address() + "#/more");
    page.reload();
    assertThat(page.getByRole(AriaRole.ALERT)).containsText("Ladda om");
  }

  @Test
  void saysElsewhereThatItFailed() {
    Page page = browsing.open();
    var held = new ArrayList<Route>();
    page.route("**/analyze-text", held::add);
    ask(page, "Havre");
    assertThat(page.locator(".running")).isVisible();
    page.locator("nav").getByText("Mer").click();
    held.forEach(route -> route.fulfill(answer(500, PROBLEM, "{}")));
    assertThat(page.locator(".note")).containsText("Något gick fel hos oss");
    page.getByText("Visa", new Page.GetByTextOptions().setExact(true)).click();
    assertThat(page.getByRole(AriaRole.ALERT)).containsText("Något gick fel hos oss");
  }

  @Test
  void saysWhenAWrongVerdictCannotBeReported() {
    Page page = browsing.open();
    page.route("**/reports", route -> route.fulfill(answer(503, PROBLEM, "{}")));
    ask(page, "Havre, honung");
    page.getByText("Stämmer inte?").first().click();
    page.getByRole(AriaRole.TEXTBOX, new Page.GetByRoleOptions().setName("Vad är fel")).fill("x");
    page.getByText("Skicka").click();
    assertThat(page.getByRole(AriaRole.ALERT)).containsText("Många frågar just nu");
    Browsing.assertAccessible(page);
  }
}
