package koalens.app;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.AxeResults;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.ServiceWorkerPolicy;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import koalens.backend.configure.Settings;
import koalens.server.KoalensServer;
import org.junit.jupiter.api.Assertions;

/// A server with a database of its own, a Chromium, and phone-sized pages of the app.
final class Browsing implements AutoCloseable {
  static final int WIDTH = 390;
  static final int HEIGHT = 844;

  private static final List<String> WCAG =
      List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice");

  // A busy machine is no fault of the app.
  private static final double PATIENCE_MILLISECONDS = 30_000;
  private static final List<String> ARGUMENTS =
      List.of("--no-sandbox", "--disable-gpu", "--disable-quic");
  private static final List<String> ON_PURPOSE =
      List.of("Failed to load resource", "error occurred when fetching the script");
  private static final String BEEN_HERE =
      "localStorage.getItem('koalens.settings')"
          + " ?? localStorage.setItem('koalens.settings', '{\"welcomed\":true}')";

  private final Path folder;
  private final Playwright playwright =
      Playwright.create(
          new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
  private final Browser browser;
  private final List<BrowserContext> contexts = new ArrayList<>();
  private final List<String> complaints = new ArrayList<>();
  private final Map<String, String> settings;
  private final int port;
  private KoalensServer server;

  /// @param arguments what Chromium is started with, beside the usual
  Browsing(String... arguments) {
    this(Map.of(), arguments);
  }

  /// @param settings what the server is told, beside the usual
  /// @param arguments what Chromium is started with, beside the usual
  Browsing(Map<String, String> settings, String... arguments) {
    this.settings = settings;
    PlaywrightAssertions.setDefaultAssertionTimeout(PATIENCE_MILLISECONDS);
    try {
      folder = Files.createTempDirectory("koalens-app");
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
    server = start(0);
    port = server.port();
    var all = new ArrayList<>(ARGUMENTS);
    all.addAll(List.of(arguments));
    browser =
        playwright
            .chromium()
            .launch(new BrowserType.LaunchOptions().setExecutablePath(chromium()).setArgs(all));
  }

  private KoalensServer start(int port) {
    var all = new HashMap<>(settings);
    all.put("PORT", Integer.toString(port));
    all.put("DATA_DIR", folder.toString());
    all.put("LOG_LEVEL", "warn");
    return KoalensServer.start(Settings.read(all));
  }

  String address() {
    return "http://localhost:" + port + "/";
  }

  /// Really stops the server, does what is to be done without it, starts it at the same port.
  void withoutServer(Runnable act) {
    server.close();
    try {
      act.run();
    } finally {
      server = start(port);
    }
  }

  /// A page of the app, as a person sees it who has been here before.
  Page open() {
    return open(options -> options);
  }

  Page open(UnaryOperator<Browser.NewContextOptions> change) {
    BrowserContext context = newContext(change);
    context.addInitScript(BEEN_HERE);
    Page page = newPage(context);
    page.navigate(address());
    return page;
  }

  /// A page of the app that keeps itself on the device.
  Page openKept() {
    return open(options -> options.setServiceWorkers(ServiceWorkerPolicy.ALLOW));
  }

  /// A page of the app, as a person sees it for the first time.
  Page openFirst() {
    Page page = newPage(newContext(options -> options));
    page.navigate(address());
    return page;
  }

  /// A browser whose storage lies in the folder: closed and opened again it is the same device.
  BrowserContext openDevice(Path folder) {
    BrowserContext context =
        playwright
            .chromium()
            .launchPersistentContext(
                folder,
                new BrowserType.LaunchPersistentContextOptions()
                    .setExecutablePath(chromium())
                    .setArgs(ARGUMENTS)
                    .setViewportSize(WIDTH, HEIGHT)
                    .setLocale("sv-SE"));
    context.addInitScript(BEEN_HERE);
    return context;
  }

  BrowserContext newContext(UnaryOperator<Browser.NewContextOptions> change) {
    var options =
        new Browser.NewContextOptions()
            .setViewportSize(WIDTH, HEIGHT)
            .setHasTouch(true)
            .setLocale("sv-SE")
            .setPermissions(List.of("camera"))
            // What goes through one cannot be stood in for.
            .setServiceWorkers(ServiceWorkerPolicy.BLOCK);
    BrowserContext context = browser.newContext(change.apply(options));
    contexts.add(context);
    return context;
  }

  private Page newPage(BrowserContext context) {
    Page page = context.newPage();
    page.onConsoleMessage(message -> {
      if (message.type().equals("error")) {
        complaints.add(message.text());
      }
    });
    page.onPageError(complaints::add);
    return page;
  }

  /// What browsers complained about, the failures of requests that a test made on purpose apart.
  List<String> complaints() {
    return complaints.stream().filter(one -> ON_PURPOSE.stream().noneMatch(one::contains)).toList();
  }

  void closePages() {
    contexts.forEach(BrowserContext::close);
    contexts.clear();
    List<String> found = complaints();
    complaints.clear();
    Assertions.assertEquals(List.of(), found, "the browser complained");
  }

  static void assertAccessible(Page page) {
    AxeResults found = new AxeBuilder(page).withTags(WCAG).analyze();
    Assertions.assertEquals(
        List.of(),
        found.getViolations().stream().map(one -> one.getId() + ": " + one.getNodes()).toList());
    Assertions.assertFalse(found.getPasses().isEmpty(), "nothing was looked at");
  }

  /// Whether everything fits into the width: nobody should scroll sideways to read.
  static void assertFits(Page page) {
    int width = (Integer) page.evaluate("() => document.documentElement.scrollWidth");
    int room = (Integer) page.evaluate("() => document.documentElement.clientWidth");
    Assertions.assertTrue(width <= room, "the screen is %d wide of %d".formatted(width, room));
  }

  @Override
  public void close() {
    browser.close();
    playwright.close();
    server.close();
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  static Path chromium() {
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
