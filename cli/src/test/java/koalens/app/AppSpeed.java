package koalens.app;

import com.google.gson.JsonObject;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.CDPSession;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ServiceWorkerPolicy;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// How large the first load is, and how long a first visit takes on a slow phone in a bad network.
/// Measures when it is named: its figures depend on the machine, so that no test may rest on them.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class AppSpeed {
  private static final int ROUNDS = 9;
  private static final int SLOWER_PROCESSOR = 4;
  private static final double BYTES_A_SECOND = 1_638_400 / 8.0;
  private static final String USABLE =
      """
      async () => {
        while (!window.usableAt) {
          await new Promise(requestAnimationFrame);
        }
        return window.usableAt;
      }
      """;
  private static final String TAKEN_OVER =
      """
      async () => {
        while (performance.getEntriesByName('taken-over').length === 0) {
          await new Promise(requestAnimationFrame);
        }
        return performance.getEntriesByName('taken-over')[0].startTime;
      }
      """;
  private static final String WATCH =
      """
      new MutationObserver((_, observer) => {
        if (document.getElementById('label')) {
          observer.disconnect();
          requestAnimationFrame(() => setTimeout(() => { window.usableAt = performance.now() }));
        }
      }).observe(document, {childList: true, subtree: true});
      """;

  private final Browsing browsing = new Browsing();

  @AfterAll
  void stop() {
    browsing.close();
  }

  /// @param network what is emulated
  /// @param latency of each request, in milliseconds
  @ParameterizedTest
  @CsvSource({"slow 4G of Lighthouse,150", "slow 4G of the developer tools,562.5"})
  void measuresAFirstVisit(String network, double latency) {
    List<Visit> visits = new ArrayList<>();
    for (int round = 0; round < ROUNDS; round++) {
      visits.add(firstVisit(latency));
    }
    System.out.printf("%s, processor %d times slower:%n", network, SLOWER_PROCESSOR);
    print("takes text and taps", visits.stream().map(Visit::drawn).sorted().toList());
    print("has answered the taps", visits.stream().map(Visit::takenOver).sorted().toList());
  }

  private static void print(String what, List<Double> milliseconds) {
    System.out.printf(
        Locale.ROOT,
        "  %s after %.0f ms (median of %d; %.0f to %.0f)%n",
        what,
        milliseconds.get(ROUNDS / 2),
        ROUNDS,
        milliseconds.getFirst(),
        milliseconds.getLast());
  }

  /// Milliseconds since the navigation began.
  ///
  /// @param drawn the text field is on the screen: what is typed and tapped counts
  /// @param takenOver the app's code is there and has done what was tapped before
  private record Visit(double drawn, double takenOver) {}

  private Visit firstVisit(double latency) {
    try (BrowserContext context = browsing.newContext(AppSpeed::asPeopleHaveIt)) {
      context.addInitScript(WATCH);
      Page page = context.newPage();
      CDPSession session = context.newCDPSession(page);
      session.send("Network.enable");
      session.send("Network.emulateNetworkConditions", conditions(latency));
      var rate = new JsonObject();
      rate.addProperty("rate", SLOWER_PROCESSOR);
      session.send("Emulation.setCPUThrottlingRate", rate);
      page.navigate(browsing.address());
      page.waitForSelector("#label");
      double drawn = ((Number) page.evaluate(USABLE)).doubleValue();
      return new Visit(drawn, ((Number) page.evaluate(TAKEN_OVER)).doubleValue());
    }
  }

  /// The processor time the page's thread takes until the app is drawn: what other work on the
  /// machine does not change, other than the time on a clock.
  @Test
  void measuresTheWorkOfAFirstVisit() {
    List<Double> milliseconds = new ArrayList<>();
    for (int round = 0; round < ROUNDS; round++) {
      milliseconds.add(work());
    }
    milliseconds.sort(Double::compare);
    System.out.printf(
        Locale.ROOT,
        "processor time of the page until its code has taken over: %.0f ms (median of %d; %.0f to"
            + " %.0f)%n",
        milliseconds.get(ROUNDS / 2),
        ROUNDS,
        milliseconds.getFirst(),
        milliseconds.getLast());
  }

  private double work() {
    try (BrowserContext context = browsing.newContext(AppSpeed::asPeopleHaveIt)) {
      context.addInitScript(WATCH);
      Page page = context.newPage();
      CDPSession session = context.newCDPSession(page);
      var domain = new JsonObject();
      domain.addProperty("timeDomain", "threadTicks");
      session.send("Performance.enable", domain);
      page.navigate(browsing.address());
      page.evaluate(TAKEN_OVER);
      for (var metric : session.send("Performance.getMetrics").getAsJsonArray("metrics")) {
        if (metric.getAsJsonObject().get("name").getAsString().equals("TaskDuration")) {
          return 1000 * metric.getAsJsonObject().get("value").getAsDouble();
        }
      }
      throw new IllegalStateException("this Chromium does not tell the time of tasks");
    }
  }

  private static JsonObject conditions(double latency) {
    var conditions = new JsonObject();
    conditions.addProperty("offline", false);
    conditions.addProperty("latency", latency);
    conditions.addProperty("downloadThroughput", BYTES_A_SECOND);
    conditions.addProperty("uploadThroughput", BYTES_A_SECOND / 2);
    return conditions;
  }

  @Test
  void measuresTheFirstLoad() {
    Page page = browsing.openFirst();
    page.waitForSelector("#label");
    System.out.println(
        page.evaluate(
            """
            () => [performance.getEntriesByType('navigation')[0],
                ...performance.getEntriesByType('resource')
                    .filter((one) => /\\.(js|css)$/.test(one.name))]
              .map((one) => `${new URL(one.name).pathname}: ${one.encodedBodySize} bytes packed, `
                + `${one.decodedBodySize} unpacked`).join('\\n')
            """));
  }

  private static Browser.NewContextOptions asPeopleHaveIt(Browser.NewContextOptions options) {
    return options.setServiceWorkers(ServiceWorkerPolicy.ALLOW);
  }
}
