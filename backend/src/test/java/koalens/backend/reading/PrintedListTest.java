package koalens.backend.reading;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PrintedListTest {
  @Test
  void aFootnoteThatNamesIngredientsEndsNoList() {
    LabelReading reading =
        PrintedPage.of(
                1.4,
                "Ingredients: rolled oats*, raisins*, coconut",
                "sugar*, honey*, salt. *Organic ingredients")
            .reading();
    assertThat(reading.text()).contains("coconut sugar*, honey*, salt.");
    assertThat(reading.complete()).isTrue();
  }

  @Test
  void whatStandsBeforeAHeadingOnItsRowBelongsToTheListAbove() {
    LabelReading reading =
        PrintedPage.of(
                1.4, "Ingredienser: havre, russin,", "honung, salt. Ingredients: oats,", "salt.")
            .reading();
    assertThat(reading.text())
        .isEqualTo("Ingredienser: havre, russin, honung, salt.\nIngredients: oats, salt.");
  }

  @Test
  void aCountrysMarkBeforeAHeadingBelongsToNoList() {
    LabelReading reading =
        PrintedPage.of(
                1.4, "SE Ingredienser: havre, salt.", "(GB) Ingredients: oats, milk,", "salt.")
            .reading();
    assertThat(reading.text())
        .isEqualTo("Ingredienser: havre, salt.\nIngredients: oats, milk, salt.");
  }

  @Test
  void aFilmsLinesKeepTheFootnoteToo() {
    var page =
        PrintedPage.of(
            1.4,
            "Ingrédients: amandes",
            "grillées*, beurre*, sel. *Ingrédients issus de",
            "l'agriculture");
    assertThat(FilmMerge.of(List.of(Readings.ofFrame(page.page()))).text())
        .contains("beurre*, sel.");
  }

  @Test
  void aFilmKeepsWhatAFrameWithoutTheListShows() {
    var list = Readings.ofFrame(PrintedPage.of(1.4, "Ingredienser: havre,", "salt.").page());
    var back = Readings.ofFrame(PrintedPage.of(1.4, "Contains: milk").page());
    var front = Readings.ofFrame(PrintedPage.of(1.4, "Havredryck").page());
    assertThat(FilmMerge.of(List.of(list, back)).besides()).contains("Contains: milk");
    assertThat(FilmMerge.of(List.of(front, back)).besides()).contains("Contains: milk");
  }

  @ParameterizedTest
  @ValueSource(doubles = {1.4, 1.9, 2.3})
  void aListIsFollowedHoweverWideItsRowsAreApart(double pitch) {
    LabelReading reading =
        PrintedPage.of(pitch, "Ingredienser", "havre", "socker", "mjölkpulver").reading();
    assertThat(reading.text()).isEqualTo("Ingredienser havre socker mjölkpulver");
  }

  @Test
  void aListIsNotWholeWhileRowsTooFarApartMayBelongToIt() {
    assertThat(PrintedPage.of(3, "Ingredienser", "havre", "mjölkpulver").reading().complete())
        .isFalse();
    LabelReading larger =
        PrintedPage.of(1.4, "Ingredienser: havre, socker").row(100, 54, "mjölkpulver").reading();
    assertThat(larger.complete()).isFalse();
  }

  @Test
  void aListIsWholeThoughOtherTextStandsBelow() {
    PrintedPage page = PrintedPage.of(1.4, "Ingredienser: havre, socker,", "salt").gap(1.5);
    assertThat(page.rows(1.4, "Bäst före: se lockets sida").reading().complete()).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"Ingredienser: havre", "Ingredienser: havre; salt", "Ingredienser: havre • salt"})
  void aListInOneRowIsWholeThoughASentenceStandsBelow(String list) {
    PrintedPage page = PrintedPage.of(1.4, list).gap(1.5);
    assertThat(page.rows(1.4, "Bäst före: se lockets sida").reading().complete()).isTrue();
  }

  @Test
  void aListInOneRowIsNotWholeWhileANameStandsBelow() {
    PrintedPage page = PrintedPage.of(1.4, "INGREDIENSER: HAVRE").gap(1.5);
    assertThat(page.rows(1.4, "MJÖLKPULVER").reading().complete()).isFalse();
    PrintedPage halves = PrintedPage.of(1.4, "Ingredienser: havre; salt").gap(1.5);
    assertThat(halves.rows(1.4, "Vassle; Mjölk; Ägg").reading().complete()).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"Innehåll: 500 g", "INNEHÅLL:500g", "Innehåll : 2 x 250 g", "Sisältö: 0,5 l"})
  void anAmountIsNoList(String amount) {
    LabelReading reading = PrintedPage.of(1.4, "Ingredienser: havre,", "salt.", amount).reading();
    assertThat(reading.text()).doesNotContain("\n");
    assertThat(PrintedPage.of(1.4, amount).reading().listFound()).isFalse();
  }

  @Test
  void aShareIsNoAmount() {
    LabelReading reading = PrintedPage.of(1.4, "Innehåll: 100 % mjölk, salt.").reading();
    assertThat(reading.listFound()).isTrue();
  }

  @Test
  void aListIsNotWholeWithARowOfMarksOrOneReadBadly() {
    String first = "Ingredienser: havre, vatten, socker,";
    assertThat(PrintedPage.of(1.4, first, "salt.").reading().complete()).isTrue();
    assertThat(PrintedPage.of(1.4, first, "1 | 0 — 12 4", "salt.").reading().complete()).isFalse();
    assertThat(PrintedPage.of(1.4, first).unsure(15, "salt, jast.").reading().complete()).isFalse();
  }

  @Test
  void aListWithoutAFullStopNeedsPaperForAnotherRowBelow() {
    String[] rows = {"Ingredienser: havre,", "vatten, socker, salt"};
    assertThat(PrintedPage.of(1.4, rows).paperBelow(1.5).reading().complete()).isFalse();
    assertThat(PrintedPage.of(1.4, rows).paperBelow(2.2).reading().complete()).isTrue();
    rows[1] += ".";
    assertThat(PrintedPage.of(1.4, rows).paperBelow(1.5).reading().complete()).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Ingredienser:havre,",
        "Ainesosat/Ingredienser: havre,",
        "INGREDIENTS/ZUTATEN: havre,",
        "Innehåll: havre,",
        "Ingr.: havre,",
        "Koostumus: havre,",
        "Sklad: havre,"
      })
  void aListIsFoundUnderHeadingsGluedShortOrDouble(String first) {
    LabelReading reading = PrintedPage.of(1.4, first, "salt.").reading();
    assertThat(reading.listFound()).isTrue();
    assertThat(reading.text()).contains("havre, salt.");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "lngredienser:mjölk, havre,",
        "Ingredlenser;mjölk, havre,",
        "lngredienser/Ainekset:mjölk, havre,",
        "SE/lngredienser:mjölk, havre,",
        "1NGREDIENTS.mjölk, havre,"
      })
  void whatIsGluedToAMisreadHeadingStays(String first) {
    LabelReading reading = PrintedPage.of(1.4, first, "salt.").reading();
    assertThat(reading.listFound()).isTrue();
    assertThat(reading.text()).containsPattern("(Ingre|Aine).*: ?mjölk, havre, salt[.]");
  }

  @ParameterizedTest
  @ValueSource(strings = {"Lågt innehåll av fett", "Havre och andra ingredienser", "Utan innehåll"})
  void aSentenceIsNoHeading(String row) {
    assertThat(PrintedPage.of(1.4, row).reading().listFound()).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Ingredienser:kokos",
        "lngredienser:kokos",
        "Ainesosat/Ingredienser:kokos",
        "Ingredienser: kokos",
        "Ingredienser: kokos*",
        "Ingredienser: (kokos)"
      })
  void aCommaMayBeLostBehindTheFirstIngredientToo(String first) {
    LabelReading reading = PrintedPage.of(1.4, first, "mjölk, salt.").reading();
    assertThat(reading.partedText()).containsPattern("kokos[*)]?, mjölk, salt[.]");
    var film = FilmMerge.of(List.of(Readings.ofFrame(PrintedPage.of(1.4, first, "mjölk.").page())));
    assertThat(film.partedText()).containsPattern("kokos[*)]?, mjölk[.]");
  }

  @Test
  void nothingIsLostBehindAHeadingAlone() {
    LabelReading reading = PrintedPage.of(1.4, "Ainesosat/Ingredienser", "kokos, mjölk.").reading();
    assertThat(reading.partedText()).isEqualTo("Ainesosat/Ingredienser kokos, mjölk.");
  }
}
