package koalens.app;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonArray;
import com.google.gson.JsonParser;
import com.microsoft.playwright.APIResponse;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Request;
import com.microsoft.playwright.Response;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.AriaRole;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/// The history on the device and the server's, where the server gives devices a token.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SyncTest {
  private static final String LOSE_HISTORY =
      """
      () => new Promise((done, failed) => {
        const opening = indexedDB.open('koalens');
        opening.onerror = failed;
        opening.onsuccess = () => {
          const transaction = opening.result.transaction('history', 'readwrite');
          transaction.objectStore('history').clear();
          transaction.oncomplete = () => { opening.result.close(); done(); };
        };
      })
      """;

  private final Browsing browsing = new Browsing(Map.of("ANONYMOUS_CALLERS", "refused"));

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
    assertThat(page.locator(".verdict")).isVisible();
  }

  private static void visit(Page page, String name) {
    page.locator("nav").getByText(name).click();
  }

  private static Locator button(Page page, String name) {
    return page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name));
  }

  private static Response answerTo(Page page, String method, Runnable act) {
    return page.waitForResponse(
        answer -> answer.request().method().equals(method) && answer.url().contains("/analyses/"),
        act);
  }

  /// What the server keeps in the name of this device, newest first.
  private JsonArray keptByServer(Page page) {
    Object token = page.evaluate("() => localStorage.getItem('koalens.token')");
    URI address = URI.create(browsing.address() + "analyses");
    var request = HttpRequest.newBuilder(address).header("Authorization", "Bearer " + token);
    try (var client = HttpClient.newHttpClient()) {
      String body = client.send(request.build(), HttpResponse.BodyHandlers.ofString()).body();
      return JsonParser.parseString(body).getAsJsonObject().getAsJsonArray("analyses");
    } catch (IOException e) {
      throw new IllegalStateException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  @Test
  void bringsBackWhatTheDeviceLost() {
    Page page = browsing.open();
    ask(page, "Havre, honung");
    page.evaluate(LOSE_HISTORY);
    page.navigate(browsing.address() + "#/history");
    page.reload();
    assertThat(page.locator(".answers .answer")).hasCount(1);
    page.locator(".answer a").click();
    assertThat(page.locator(".verdict.non-vegan")).isVisible();
    assertThat(page.locator("#read-text")).hasValue("Havre, honung");
  }

  @Test
  void tellsTheServerWhatIsMarkedAndRemoved() {
    Page page = browsing.open();
    ask(page, "Havre, salt");
    visit(page, "Historik");
    Response marked =
        answerTo(page, "POST", () -> button(page, "Spara som favorit: Havre, salt").click());
    assertThat(marked.status()).isEqualTo(204);
    assertThat(keptByServer(page).get(0).getAsJsonObject().get("favourite").getAsBoolean())
        .isTrue();
    Response removed = answerTo(page, "DELETE", () -> button(page, "Ta bort: Havre, salt").click());
    assertThat(removed.status()).isEqualTo(204);
    assertThat(keptByServer(page)).isEmpty();
  }

  @Test
  void tellsTheServerLaterWhatChangedWithoutANetwork() {
    Page page = browsing.open();
    ask(page, "Havre, salt");
    visit(page, "Historik");
    assertThat(page.locator(".answers .answer")).hasCount(1);
    page.context().setOffline(true);
    button(page, "Ta bort: Havre, salt").click();
    assertThat(page.locator(".answers .answer")).hasCount(0);
    assertThat(keptByServer(page)).hasSize(1);
    answerTo(page, "DELETE", () -> page.context().setOffline(false));
    assertThat(keptByServer(page)).isEmpty();
    page.reload();
    assertThat(page.locator(".nothing")).isVisible();
  }

  @Test
  void erasesOnTheServerLaterWhatWasErasedWithoutANetwork() {
    Page page = browsing.open();
    ask(page, "Havre, salt");
    Object token = page.evaluate("() => localStorage.getItem('koalens.token')");
    visit(page, "Mer");
    button(page, "Lägg till: palm").click();
    page.context().setOffline(true);
    button(page, "Radera allt på enheten").click();
    button(page, "Radera allt på enheten").click();
    assertThat(page.locator(".note")).containsText("Raderat på enheten");
    assertThat(button(page, "Lägg till: palm")).isVisible();
    Response erased =
        page.waitForResponse(
            answer -> answer.request().method().equals("DELETE") && answer.url().endsWith("/me"),
            () -> page.context().setOffline(false));
    assertThat(erased.request().headers()).containsEntry("authorization", "Bearer " + token);
    assertThat(erased.ok()).isTrue();
    page.reload();
    visit(page, "Historik");
    assertThat(page.locator(".nothing")).isVisible();
    assertThat(page.evaluate("() => localStorage.getItem('koalens.erase')")).isNull();
  }

  @Test
  void erasesOnTheServerWhenThePersonLooksAtTheAppAgain() {
    Page page = browsing.open();
    ask(page, "Havre, salt");
    page.route("**/me", Route::abort);
    erase(page);
    assertThat(page.locator(".note")).containsText("Raderat på enheten");
    page.unroute("**/me");
    Response erased =
        page.waitForResponse(
            "**/me",
            () -> page.evaluate("() => document.dispatchEvent(new Event('visibilitychange'))"));
    assertThat(erased.ok()).isTrue();
    page.waitForCondition(
        () -> page.evaluate("() => localStorage.getItem('koalens.erase')") == null);
  }

  private static void askWithoutANetwork(Page page, String text) {
    awaitScreens(page);
    page.context().setOffline(true);
    page.fill("#label", text);
    page.click("button[type=submit]");
    assertThat(page.getByRole(AriaRole.ALERT)).containsText("Ingen kontakt");
  }

  // Their code comes after the first screen, and without a network it would not.
  private static void awaitScreens(Page page) {
    visit(page, "Mer");
    assertThat(button(page, "Radera allt på enheten")).isVisible();
    visit(page, "Skanna");
  }

  private static void erase(Page page) {
    visit(page, "Mer");
    button(page, "Radera allt på enheten").click();
    button(page, "Radera allt på enheten").click();
    assertThat(page.locator(".note")).containsText("Raderat");
  }

  @Test
  void sendsNothingLaterOfWhatWasErasedWhileItWaited() {
    Page page = browsing.open();
    askWithoutANetwork(page, "Havre, honung");
    erase(page);
    var sent = new ArrayList<String>();
    page.onRequest(request -> {
      if (request.url().endsWith("/analyze-text")) {
        sent.add(request.postData());
      }
    });
    page.context().setOffline(false);
    visit(page, "Skanna");
    assertThat(page.locator(".queue-link")).hasCount(0);
    ask(page, "Havre, salt");
    assertThat(sent).isNotEmpty().allMatch(body -> body.contains("salt"));
    visit(page, "Historik");
    assertThat(page.locator(".answers .answer")).hasCount(1);
  }

  @Test
  void endsTheAskingAboutWhatIsErased() {
    Page page = browsing.open();
    askWithoutANetwork(page, "Havre, honung");
    page.route("**/analyze-text", _ -> {});
    page.waitForRequest("**/analyze-text", () -> page.context().setOffline(false));
    var ended = new ArrayList<Request>();
    page.onRequestFailed(ended::add);
    erase(page);
    page.waitForCondition(() -> !ended.isEmpty());
    assertThat(page.evaluate("() => localStorage.getItem('koalens.token')")).isNull();
    visit(page, "Historik");
    assertThat(page.locator(".nothing")).isVisible();
    assertThat(page.locator(".queue")).hasCount(0);
  }

  @Test
  void keepsOneOfAnAnswerThatComesOnBothWays() {
    Page page = browsing.open();
    ask(page, "Havre, honung");
    page.locator("nav").getByText("Skanna").click();
    // The history is fetched while the answer, which the server has kept, is on its way.
    page.route(
        "**/analyze-text",
        route -> {
          APIResponse answer = route.fetch();
          page.waitForResponse(
              one -> one.url().contains("/analyses/"),
              () -> page.evaluate("() => dispatchEvent(new Event('online'))"));
          page.waitForTimeout(500);
          route.fulfill(new Route.FulfillOptions().setResponse(answer));
        });
    ask(page, "Havre, salt");
    visit(page, "Historik");
    assertThat(page.locator(".answers .answer")).hasCount(2);
    page.reload();
    assertThat(page.locator(".answers .answer")).hasCount(2);
    assertThat(keptByServer(page)).hasSize(2);
  }

  @Test
  void leavesTheServerWhatIsTakenBackInTime() {
    Page page = browsing.open();
    ask(page, "Havre, salt");
    visit(page, "Historik");
    page.context().setOffline(true);
    button(page, "Ta bort: Havre, salt").click();
    button(page, "Ångra").click();
    assertThat(page.locator(".answers .answer")).hasCount(1);
    page.context().setOffline(false);
    page.reload();
    assertThat(page.locator(".answers .answer")).hasCount(1);
    assertThat(keptByServer(page)).hasSize(1);
  }
}
