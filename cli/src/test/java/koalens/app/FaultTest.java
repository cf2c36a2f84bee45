package koalens.app;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.google.gson.JsonObject;
import com.microsoft.playwright.CDPSession;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.AriaRole;
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
    "404, Servern kan inte detta än",
    "408, Servern svarade inte i tid",
    "413, Filen är för stor",
    "415, Det gick inte att läsa",
    "422, Det gick inte att läsa",
    "429, Många frågar just nu",
    "500, Något gick fel hos oss",
    "501, Servern kan inte detta än",
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
    assertThat(page.getByRole(AriaRole.ALERT)).containsText("Lagringen är full");
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
