package koalens.app;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/// Every flow without a pointer: what is reached is reached by the tabulator, and can be seen to
/// be.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class KeyboardTest {
  private static final int STOPS = 80;
  private static final String MARKED =
      """
      (one) => {
        const shown = [one, one.closest('label'), one.parentElement].filter((each) => each);
        return shown.some((each) => getComputedStyle(each).outlineStyle !== 'none');
      }
      """;

  private final Browsing browsing = new Browsing("--use-fake-device-for-media-stream");

  @AfterEach
  void closePages() {
    browsing.closePages();
  }

  @AfterAll
  void stop() {
    browsing.close();
  }

  private static Locator button(Page page, String name) {
    return page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name)).first();
  }

  private static void press(Page page, String key) {
    page.keyboard().press(key);
  }

  /// Tabs until the place has the focus; nothing else brings one there.
  private static void reach(Page page, Locator place) {
    assertThat(place).isVisible();
    for (int stop = 0; stop < STOPS; stop++) {
      if ((Boolean) place.evaluate("(one) => one === document.activeElement")) {
        Assertions.assertTrue((Boolean) place.evaluate(MARKED), "the focus cannot be seen");
        return;
      }
      press(page, "Tab");
    }
    Assertions.fail("the tabulator does not come to " + place);
  }

  private static void activate(Page page, Locator place) {
    reach(page, place);
    press(page, "Enter");
  }

  private static void visit(Page page, String name) {
    activate(page, page.locator("nav a").filter(new Locator.FilterOptions().setHasText(name)));
    assertThat(page.locator("h1")).isFocused();
  }

  private static void ask(Page page, String text) {
    reach(page, page.locator("#label"));
    page.keyboard().type(text);
    activate(page, button(page, "Visa svaret"));
    assertThat(page.locator(".verdict")).isVisible();
    assertThat(page.locator("h1")).isFocused();
  }

  @Test
  void introducesItselfAndAnswers() {
    Page page = browsing.openFirst();
    activate(page, button(page, "Nästa"));
    activate(page, button(page, "Nästa"));
    activate(page, button(page, "Kom igång"));
    assertThat(page.locator(".welcome")).hasCount(0);
    ask(page, "Havre, honung");
    assertThat(page.locator(".verdict")).containsText("Inte vegansk");
  }

  @Test
  void reportsSavesAndCorrectsAResult() {
    Page page = browsing.open();
    ask(page, "Havre, honung");
    activate(page, button(page, "Stämmer inte?"));
    assertThat(page.locator(".report textarea")).isFocused();
    page.keyboard().type("Det var agavesirap");
    activate(page, button(page, "Skicka"));
    assertThat(page.locator(".report")).hasCount(0);
    assertThat(button(page, "Stämmer inte?")).isFocused();
    reach(page, page.locator("#product-name"));
    page.keyboard().type("Müsli");
    press(page, "Enter");
    activate(page, button(page, "Spara som favorit"));
    assertThat(button(page, "Ta bort från favoriter")).isFocused();
    reach(page, page.locator("#read-text"));
    press(page, "ControlOrMeta+a");
    page.keyboard().type("Havre, agavesirap");
    activate(page, button(page, "Fråga igen"));
    assertThat(page.locator(".verdict.vegan")).isVisible();
  }

  @Test
  void findsRemovesAndRestoresAnOldAnswer() {
    Page page = browsing.open();
    ask(page, "Havre, honung");
    visit(page, "Historik");
    reach(page, page.locator("#history-search"));
    page.keyboard().type("honung");
    activate(page, button(page, "Spara som favorit: Havre, honung"));
    reach(page, page.getByLabel("Visa bara favoriter"));
    press(page, "Space");
    assertThat(page.locator(".answers .answer")).hasCount(1);
    activate(page, button(page, "Ta bort: Havre, honung"));
    assertThat(button(page, "Ångra")).isFocused();
    press(page, "Enter");
    assertThat(page.locator("h1")).isFocused();
    activate(page, page.locator(".answers a").first());
    assertThat(page.locator(".verdict.non-vegan")).isVisible();
  }

  @Test
  void looksUpAndSetsWhatAPersonLikes() {
    Page page = browsing.open();
    visit(page, "Slå upp");
    reach(page, page.locator("#lookup-words"));
    page.keyboard().type("E120");
    assertThat(page.locator(".entry").first()).containsText("inte vegansk");
    visit(page, "Mer");
    reach(page, page.locator("input[name=policy]:checked"));
    press(page, "ArrowDown");
    assertThat(page.locator("input[name=policy][value=pragmatic]")).isChecked();
    reach(page, page.locator("#watch-word"));
    page.keyboard().type("kokos");
    press(page, "Enter");
    activate(page, button(page, "Ta bort: kokos"));
    assertThat(button(page, "Ta bort: kokos")).hasCount(0);
    activate(page, button(page, "Radera allt på enheten"));
    assertThat(button(page, "Avbryt")).isFocused();
    press(page, "Enter");
    assertThat(button(page, "Radera allt på enheten")).isFocused();
  }

  @Test
  void takesAPhoto() {
    Page page = browsing.open();
    new MediaStandIn(browsing, "Ingredienser: Havre, vassle").standIn(page, "/analyze-image");
    activate(page, button(page, "Fotografera"));
    activate(page, button(page, "Tillbaka"));
    activate(page, button(page, "Fotografera"));
    activate(page, button(page, "Ta bilden"));
    assertThat(page.locator(".verdict.non-vegan")).isVisible();
  }
}
