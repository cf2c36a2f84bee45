package koalens.app;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.WaitUntilState;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// From an ingredient list to a verdict, and every screen on the way.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class AppTest {
  private static final List<String> SCREENS = List.of("scan", "history", "lookup", "more");

  private final Browsing browsing = new Browsing("--use-fake-device-for-media-stream");

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

  /// Goes to a screen by its name in the menu.
  private static void visit(Page page, String name) {
    page.locator("nav").getByText(name).click();
  }

  private static Locator button(Page page, String name) {
    return page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name));
  }

  @Test
  void showsTheVerdictAndTheIngredientThatDecidedFirst() {
    Page page = browsing.open();
    ask(page, "Vatten, socker, salt, mjölk");
    assertThat(page.locator(".verdict")).containsText("Inte vegansk");
    Locator first = page.locator(".rows").first();
    assertThat(first).containsText("mjölk");
    assertThat(first).containsText("som kommer från mjölk");
    assertThat(first).not().containsText("Vatten");
  }

  @Test
  void showsTheAnswerThoughABusyBrowserIsLateToTellOfTheWayThere() {
    Page page = browsing.open();
    page.addInitScript(
        "const add = window.addEventListener;"
            + "window.addEventListener = (name, listener) => add(name, (event) =>"
            + " setTimeout(() => listener(event), event.newURL?.includes('result') ? 500 : 0))");
    page.reload();
    var held = new ArrayList<Route>();
    page.route("**/analyze-text", held::add);
    page.fill("#label", "Havre, vatten");
    page.click("button[type=submit]");
    assertThat(page.locator(".running")).isVisible();
    held.forEach(Route::resume);
    assertThat(page.locator(".verdict.vegan")).isVisible();
  }

  @Test
  void losesNothingThatIsTypedAndTappedBeforeItsCodeHasCome() {
    Page page = browsing.openFirst();
    var held = new ArrayList<Route>();
    page.route("**/assets/app-*.js", held::add);
    page.reload(new Page.ReloadOptions().setWaitUntil(WaitUntilState.COMMIT));
    page.fill("#label", "Havre, mjölk");
    page.click("button[type=submit]");
    assertThat(page.locator("#label")).hasValue("Havre, mjölk");
    held.forEach(Route::resume);
    assertThat(page.locator(".verdict.non-vegan")).isVisible();
  }

  @Test
  void opensWhereThePageWasLeftThoughTheFirstScreenIsInThePage() {
    Page page = browsing.open();
    page.route("**/assets/app-*.js", _ -> {});
    page.reload(new Page.ReloadOptions().setWaitUntil(WaitUntilState.COMMIT));
    assertThat(page.locator("#app")).isEmpty();
    page = browsing.openFirst();
    page.navigate(browsing.address() + "#/history");
    page.reload();
    assertThat(page.locator("main.history")).isVisible();
    assertThat(page.locator("#label")).hasCount(0);
  }

  @Test
  void opensEveryIngredientToItsReason() {
    Page page = browsing.open();
    ask(page, "Vatten, havre 12 %, rapsolja. Kan innehålla spår av ägg.");
    assertThat(page.locator(".verdict.vegan")).containsText("Vegansk");
    Locator oats = button(page, "havre 12 % vegansk");
    assertThat(oats).hasAttribute("aria-expanded", "false");
    oats.click();
    assertThat(page.locator(".row", new Page.LocatorOptions().setHasText("havre")))
        .containsText("växt");
    assertThat(page.getByText("Spår är inte ingredienser")).isVisible();
  }

  @ParameterizedTest
  @CsvSource({"xyzzkfrt, unknown", "'Vatten, arom', maybe-vegan"})
  void explainsWhatItCannotSayAndNeverPaintsItGreen(String text, String status) {
    Page page = browsing.open();
    ask(page, text);
    assertThat(page.locator(".verdict")).hasClass(Pattern.compile("\\b" + status + "\\b"));
    assertThat(page.locator(".verdict .means")).not().isEmpty();
    assertThat(page.locator(".vegan.verdict")).hasCount(0);
  }

  @Test
  void answersInEnglishWhenAskedToAndRemembersIt() {
    Page page = browsing.open();
    visit(page, "Mer");
    page.getByText("English").click();
    assertThat(page.locator("html")).hasAttribute("lang", "en");
    page.reload();
    visit(page, "Scan");
    ask(page, "Water, oats, salt");
    assertThat(page.locator(".verdict")).containsText("Vegan");
    page.locator(".row-head").first().click();
    assertThat(page.locator(".row").first()).containsText("is a mineral");
  }

  @Test
  void takesMarkupForText() {
    Page page = browsing.open();
    ask(page, "<img src=x onerror=document.title='taken'>");
    Assertions.assertEquals(0, page.locator("main img").count());
    Assertions.assertNotEquals("taken", page.title());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Ingredienser: Havre, socker,",
        "Havre, choklad (socker, kakaomassa",
        "Havre, socker och"
      })
  void callsNoPasteVeganThatBreaksOffUntilAPersonHasSeenAllOfIt(String text) {
    Page page = browsing.open();
    ask(page, text);
    assertThat(page.locator(".verdict.unknown .means")).containsText("hela listan");
    page.getByLabel("Hela listan finns med").check();
    page.getByText("Fråga igen", new Page.GetByTextOptions().setExact(true)).click();
    assertThat(page.locator(".verdict.vegan")).isVisible();
    page.fill("#read-text", text + " salt och");
    page.getByText("Fråga igen", new Page.GetByTextOptions().setExact(true)).click();
    assertThat(page.locator(".verdict.unknown")).isVisible();
  }

  @Test
  void readsACorrectedTextAgain() {
    Page page = browsing.open();
    ask(page, "Havre, mj0lkpulver, socker");
    page.fill("#read-text", "Havre, socker");
    button(page, "Fråga igen").click();
    assertThat(page.locator(".verdict.vegan")).isVisible();
  }

  @Test
  void cutsNothingOffAPastedText() {
    Page page = browsing.open();
    page.fill("#label", "");
    page.evaluate(
        "text => { document.getElementById('label').focus();"
            + " document.execCommand('insertText', false, text) }",
        "Havre, ".repeat(2856) + "Havre, mjölk");
    page.click("button[type=submit]");
    assertThat(page.getByRole(AriaRole.ALERT)).containsText("Texten är för lång");
    assertThat(page.locator(".verdict")).hasCount(0);
  }

  @Test
  void worksFromTheKeyboardAlone() {
    Page page = browsing.open();
    page.keyboard().press("Tab");
    assertThat(button(page, "Hoppa till innehållet")).isFocused();
    page.keyboard().press("Enter");
    assertThat(page.locator("#content")).isFocused();
    page.keyboard().press("Tab");
    assertThat(page.locator("#label")).isFocused();
    page.keyboard().type("Havre, honung");
    page.keyboard().press("Tab");
    page.keyboard().press("Enter");
    assertThat(page.locator(".verdict")).containsText("Inte vegansk");
    assertThat(page.locator("h1")).isFocused();
    page.keyboard().press("Tab");
    assertThat(page.locator(".row-head").first()).isFocused();
    page.keyboard().press("Enter");
    assertThat(page.locator(".row-body").first()).isHidden();
  }

  @Test
  void asksForTextBeforeItAsksTheServer() {
    Page page = browsing.open();
    page.click("button[type=submit]");
    assertThat(page.getByRole(AriaRole.ALERT)).containsText("Listan är tom");
    assertThat(page.locator("#label")).isVisible();
  }

  @Test
  void introducesItselfOnceInThreeCards() {
    Page page = browsing.openFirst();
    assertThat(page.locator(".welcome")).containsText("1 av 3");
    Browsing.assertAccessible(page);
    button(page, "Nästa").click();
    button(page, "Nästa").click();
    assertThat(page.locator(".welcome")).containsText("3 av 3");
    button(page, "Kom igång").click();
    assertThat(page.locator(".welcome")).hasCount(0);
    page.reload();
    assertThat(page.locator("#label")).isVisible();
    assertThat(page.locator(".welcome")).hasCount(0);
  }

  @Test
  void looksUpNumbersAndIngredients() {
    Page page = browsing.open();
    visit(page, "Slå upp");
    page.fill("#lookup-words", "E120");
    assertThat(page.locator(".entry").first()).containsText("inte vegansk");
    page.fill("#lookup-words", "vassle");
    assertThat(page.locator(".entry").first()).containsText("assle");
    assertThat(page.locator(".entry").first()).containsText("mjölk");
  }

  @Test
  void followsALinkWhileTheLookUpIsOpen() {
    Page page = browsing.open();
    page.navigate(browsing.address() + "#/lookup/vassle");
    assertThat(page.locator(".entry").first()).containsText("assle");
    page.evaluate("() => { location.hash = '#/lookup/E120' }");
    assertThat(page.locator("#lookup-words")).hasValue("E120");
    assertThat(page.locator(".entry").first()).containsText("E120");
    page.fill("#lookup-words", "E471");
    assertThat(page.locator(".entry").first()).containsText("E471");
    assertThat(page.locator("#lookup-words")).hasValue("E471");
  }

  @Test
  void pointsOutWhatAPersonWatches() {
    Page page = browsing.open();
    visit(page, "Mer");
    button(page, "Lägg till: palm").click();
    visit(page, "Skanna");
    ask(page, "Socker, palmolja, salt");
    assertThat(page.locator(".noted")).containsText("palmolja");
  }

  @Test
  void judgesByThePolicyAPersonChose() {
    Page page = browsing.open();
    ask(page, "Vatten, arom");
    assertThat(page.locator(".verdict.maybe-vegan")).isVisible();
    visit(page, "Mer");
    page.getByText("Tillåtande").click();
    visit(page, "Skanna");
    ask(page, "Vatten, arom");
    assertThat(page.locator(".verdict.vegan")).isVisible();
    assertThat(page.locator(".caution")).containsText("tillåtande");
  }

  @Test
  void findsOldAnswersAgain() {
    Page page = browsing.open();
    ask(page, "Havre, honung");
    page.fill("#product-name", "Müsli");
    button(page, "Spara").first().click();
    page.getByText("Ny skanning").click();
    ask(page, "Havre, vatten");
    visit(page, "Historik");
    assertThat(page.locator(".answer")).hasCount(2);
    page.fill("#history-search", "müs");
    assertThat(page.locator(".answer")).hasCount(1);
    page.reload();
    page.locator(".answer a", new Page.LocatorOptions().setHasText("Müsli")).click();
    assertThat(page.locator(".verdict")).containsText("Inte vegansk");
    assertThat(page.locator("#product-name")).hasValue("Müsli");
  }

  @Test
  void keepsFavouritesApartAndForgetsWhatIsRemoved() {
    Page page = browsing.open();
    ask(page, "Havre, vatten");
    button(page, "Spara som favorit").click();
    page.getByText("Ny skanning").click();
    ask(page, "Ris, vatten");
    visit(page, "Historik");
    page.getByText("Visa bara favoriter").click();
    assertThat(page.locator(".answer")).hasCount(1);
    button(page, "Ta bort: Havre, vatten").click();
    assertThat(page.locator(".answer")).hasCount(0);
    button(page, "Ångra").click();
    assertThat(page.locator(".answer")).hasCount(1);
  }

  @ParameterizedTest
  @CsvSource({
    "sv, LIGHT, 100",
    "en, LIGHT, 100",
    "sv, DARK, 100",
    "en, DARK, 100",
    "sv, LIGHT, 200",
    "en, DARK, 200"
  })
  void isAccessibleOnEveryScreen(String language, ColorScheme scheme, int size) {
    Page page = browsing.open(options -> options.setColorScheme(scheme));
    page.evaluate(
        "([language, size]) => localStorage.setItem('koalens.settings',"
            + " JSON.stringify({language, size, welcomed: true, watched: ['havre', 'oats']}))",
        List.of(language, size));
    page.reload();
    button(page, language.equals("sv") ? "Prova ett exempel" : "Try an example").click();
    assertThat(page.locator(".verdict")).isVisible();
    page.locator(".row-head").last().click();
    check(page);
    for (String screen : SCREENS) {
      page.navigate(browsing.address() + "#/" + screen);
      assertThat(page.locator("main." + screen)).isVisible();
      check(page);
    }
    page.navigate(browsing.address() + "#/lookup/vassle");
    page.fill("#lookup-words", "E471");
    assertThat(page.locator(".entry").first()).isVisible();
    check(page);
    page.navigate(browsing.address() + "#/camera");
    assertThat(page.locator("button.release")).isVisible();
    check(page);
    assertSeparate(page, ".shutter > button");
    checkWhatGoesWrong(page);
  }

  /// The screens while one waits, when it fails, and when it is kept for later.
  private void checkWhatGoesWrong(Page page) {
    var held = new ArrayList<Route>();
    page.route("**/analyze-text", held::add);
    page.navigate(browsing.address() + "#/scan");
    page.fill("#label", "Havre");
    page.click("button[type=submit]");
    assertThat(page.locator(".running")).isVisible();
    check(page);
    page.waitForCondition(() -> !held.isEmpty());
    held.forEach(route -> route.fulfill(new Route.FulfillOptions().setStatus(500)));
    assertThat(page.locator(".fault")).isVisible();
    check(page);
    page.locator(".fault .soft").first().click();
    assertThat(page.locator(".queue .answer")).isVisible();
    check(page);
    double room = page.locator(".queue .answer-text").boundingBox().width;
    Assertions.assertTrue(room > 120, "the words have " + room);
  }

  /// Whether no two of them lie on each other.
  private static void assertSeparate(Page page, String selector) {
    Assertions.assertEquals(
        List.of(),
        page.evaluate(
            """
            (selector) => {
              const all = [...document.querySelectorAll(selector)];
              const box = (one) => one.getBoundingClientRect();
              return all.flatMap((one, place) => all.slice(place + 1)
                .filter((other) => box(one).left < box(other).right
                  && box(other).left < box(one).right
                  && box(one).top < box(other).bottom && box(other).top < box(one).bottom)
                .map((other) => `${one.className} on ${other.className}`));
            }
            """,
            selector));
  }

  @Test
  void growsItsHeadingsWithTheText() {
    Page page = browsing.open();
    String size = "() => parseFloat(getComputedStyle(document.querySelector('h1')).fontSize)";
    double usual = ((Number) page.evaluate(size)).doubleValue();
    page.evaluate("() => { document.documentElement.dataset.size = '200' }");
    double large = ((Number) page.evaluate(size)).doubleValue();
    Assertions.assertTrue(large >= 1.99 * usual, large + " of " + usual);
  }

  @Test
  void speaksTheLanguageOfTheLabelAndOfTheReasons() {
    Page page = browsing.open();
    ask(page, "Ingredients: Water, oats 12.5 %, whey powder, sugar, salt");
    Locator name = page.locator(".row-name [lang=en]");
    assertThat(name.first()).isVisible();
    assertThat(page.getByText("12,5").first()).isVisible();
    assertThat(page.locator(".row-body [lang=sv]").first()).containsText("mjölk");
  }

  @Test
  void offersItsOtherLanguageAtTheFirstVisit() {
    Page page = browsing.openFirst();
    button(page, "English").click();
    assertThat(page.locator("html")).hasAttribute("lang", "en");
    assertThat(page.locator("h1")).hasText("Is it vegan?");
  }

  @Test
  void saysHowAnIphoneTakesItToItsHomeScreen() {
    Page page = browsing.open();
    page.addInitScript("Object.defineProperty(navigator, 'standalone', {value: false})");
    page.reload();
    visit(page, "Mer");
    assertThat(page.getByText("Tryck på Dela i Safari")).isVisible();
  }

  private static void check(Page page) {
    Browsing.assertAccessible(page);
    Browsing.assertFits(page);
  }

  @Test
  void documentsItselfAccessibly() {
    Page page = browsing.open();
    page.navigate(browsing.address() + "docs");
    assertThat(page.locator("#contract")).containsText("POST /analyze-text");
    Browsing.assertAccessible(page);
  }
}
