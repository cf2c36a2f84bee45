package koalens.app;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FilePayload;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/// The app without a network, with the server really stopped.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class OfflineTest {
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

  private static void press(Page page, String name) {
    page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name)).first().click();
  }

  /// Returns when the app is on the device.
  private static void awaitInstalled(Page page) {
    page.evaluate("() => navigator.serviceWorker.ready");
  }

  @Test
  void opensAndShowsOldAnswers() {
    Page page = browsing.openKept();
    awaitInstalled(page);
    ask(page, "Havre, honung");
    assertThat(page.locator(".verdict.non-vegan")).isVisible();
    browsing.withoutServer(() -> {
      page.navigate(browsing.address());
      assertThat(page.locator("#label")).isVisible();
      page.locator("nav").getByText("Historik").click();
      page.locator(".answer a").click();
      assertThat(page.locator(".verdict.non-vegan")).isVisible();
      Browsing.assertAccessible(page);
    });
  }

  @Test
  void keepsWhatWasAskedThroughARestartAndAsksWhenTheNetworkIsBack(@TempDir Path device) {
    BrowserContext first = browsing.openDevice(device);
    Page page = first.pages().getFirst();
    page.navigate(browsing.address());
    awaitInstalled(page);
    browsing.withoutServer(() -> {
      ask(page, "Havre, vassle");
      assertThat(page.getByRole(AriaRole.ALERT)).containsText("Ingen kontakt");
      Browsing.assertAccessible(page);
      press(page, "Ny skanning");
      byte[] photo = new PrintedLabel(800, 600, List.of("Ingredienser: Havre")).jpeg();
      page.locator("input[type=file]")
          .setInputFiles(new FilePayload("label.jpg", "image/jpeg", photo));
      assertThat(page.getByRole(AriaRole.ALERT)).containsText("Ingen kontakt");
      first.close();
      restarted(device, false);
    });
    restarted(device, true);
  }

  private void restarted(Path device, boolean connected) {
    BrowserContext context = browsing.openDevice(device);
    Page page = context.pages().getFirst();
    if (connected) {
      new MediaStandIn(browsing, "Ingredienser: Havre").standIn(page, "/analyze-image");
    }
    page.navigate(browsing.address());
    if (connected) {
      assertThat(page.locator(".note")).containsText("Svar klart");
      page.locator("nav").getByText("Historik").click();
      assertThat(page.locator(".answers .answer")).hasCount(2);
      assertThat(page.locator(".queue")).hasCount(0);
      assertThat(page.locator(".answers")).containsText("Inte vegansk");
      assertThat(page.locator(".answers")).containsText("Havre, vassle");
    } else {
      page.locator("nav").getByText("Historik").click();
      assertThat(page.locator(".queue .answer")).hasCount(2);
      Browsing.assertAccessible(page);
      press(page, "Försök nu");
      assertThat(page.getByRole(AriaRole.ALERT)).containsText("Ingen kontakt");
    }
    context.close();
  }

  @Test
  void asksAgainByItselfWhenTheConnectionReturns() {
    Page page = browsing.openKept();
    browsing.withoutServer(() -> {
      ask(page, "Havre, vassle");
      assertThat(page.getByRole(AriaRole.ALERT)).containsText("Ingen kontakt");
    });
    page.context().setOffline(true);
    page.context().setOffline(false);
    assertThat(page.locator(".note")).containsText("Svar klart: Inte vegansk");
    page.getByText("Visa", new Page.GetByTextOptions().setExact(true)).click();
    assertThat(page.locator(".verdict.non-vegan")).isVisible();
  }

  @Test
  void asksNoMoreAboutWhatCannotBeReadUntilAPersonWantsIt() {
    Page page = browsing.open();
    page.clock().install();
    page.route("**/analyze-text", Route::abort);
    ask(page, "Havre");
    assertThat(page.getByRole(AriaRole.ALERT)).containsText("är sparat");
    press(page, "Ny skanning");
    ask(page, "Havre, vassle");
    assertThat(page.getByRole(AriaRole.ALERT)).containsText("är sparat");
    var asked = new AtomicInteger();
    page.unroute("**/analyze-text");
    page.route(
        "**/analyze-text",
        route -> {
          if (route.request().postData().contains("vassle")) {
            route.resume();
          } else {
            asked.incrementAndGet();
            route.fulfill(new Route.FulfillOptions().setStatus(415).setBody("{}"));
          }
        });
    page.locator("nav").getByText("Historik").click();
    press(page, "Försök nu");
    assertThat(page.locator(".queue .answer")).hasCount(1);
    assertThat(page.locator(".queue")).containsText("Det gick inte att läsa");
    assertThat(page.locator(".answers .answer")).hasCount(1);
    Browsing.assertAccessible(page);
    page.clock().runFor(10 * 60_000);
    assertThat(asked.get()).isEqualTo(1);
    assertThat(page.locator(".queue")).not().containsText("Läses av sig självt");
    page.unroute("**/analyze-text");
    var held = new ArrayList<Route>();
    page.route("**/analyze-text", held::add);
    press(page, "Försök igen");
    assertThat(page.locator(".queue .answer").getByRole(AriaRole.STATUS)).hasText("Läser");
    assertThat(page.getByText("Försök igen")).isDisabled();
    assertThat(page.getByText("Försök nu")).isDisabled();
    page.waitForCondition(() -> held.size() == 1);
    held.getFirst().resume();
    assertThat(page.locator(".queue")).hasCount(0);
    assertThat(page.locator(".answers .answer")).hasCount(2);
  }

  @Test
  void asksNoMoreBeforeTheServerSaidItMakesSense() {
    Page page = browsing.open();
    page.clock().install();
    page.route("**/analyze-text", Route::abort);
    ask(page, "Havre");
    assertThat(page.getByRole(AriaRole.ALERT)).containsText("är sparat");
    page.unroute("**/analyze-text");
    var asked = new AtomicInteger();
    page.route(
        "**/analyze-text",
        route -> {
          asked.incrementAndGet();
          route.fulfill(
              new Route.FulfillOptions()
                  .setStatus(429)
                  .setHeaders(
                      Map.of("Retry-After", "7200", "Content-Type", "application/problem+json"))
                  .setBody("{\"type\":\"/docs#problem-limit-reached\"}"));
        });
    page.locator("nav").getByText("Historik").click();
    press(page, "Försök nu");
    assertThat(page.locator(".queue .rows")).containsText("Månadens analyser är slut. Nytt försök");
    page.clock().runFor(60 * 60_000);
    assertThat(asked.get()).isEqualTo(1);
    page.clock().runFor(90 * 60_000);
    page.waitForCondition(() -> asked.get() > 1);
  }

  @Test
  void canBeInstalled(@TempDir Path device) {
    BrowserContext context = browsing.openDevice(device);
    Page page = context.pages().getFirst();
    page.navigate(browsing.address());
    awaitInstalled(page);
    JsonObject found = page.context().newCDPSession(page).send("Page.getInstallabilityErrors");
    assertThat(found.getAsJsonArray("installabilityErrors")).isEmpty();
    JsonObject manifest = page.context().newCDPSession(page).send("Page.getAppManifest");
    assertThat(manifest.getAsJsonArray("errors")).isEmpty();
    assertThat(manifest.get("data").getAsString()).contains("standalone");
    context.close();
  }
}
