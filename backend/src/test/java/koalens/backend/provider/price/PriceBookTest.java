package koalens.backend.provider.price;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import koalens.backend.provider.ProviderName;
import koalens.backend.provider.Usage;
import org.junit.jupiter.api.Test;

class PriceBookTest {
  private static final LocalDate TODAY = LocalDate.of(2026, 11, 27);
  private static final PriceBook PRICES = PriceBook.standard();

  @Test
  void anAnnouncedPriceHoldsFromItsDayOn() {
    assertThat(flash(TODAY)).contains(new BigDecimal("1125.000"));
    assertThat(flash(LocalDate.of(2026, 12, 31))).contains(new BigDecimal("1125.000"));
    assertThat(flash(LocalDate.of(2027, 1, 1)).orElseThrow()).isEqualByComparingTo("2250");
    assertThat(PRICES.changesAfter(ProviderName.GEMINI, "gemini-3.8-flash", TODAY))
        .containsExactly(LocalDate.of(2027, 1, 1));
  }

  private static Optional<BigDecimal> flash(LocalDate day) {
    return total("gemini-3.8-flash", Usage.of(1000, 100), day);
  }

  @Test
  void aPastCallCostsWhatItCostThen() {
    Usage cached = new Usage(1000, 1000, 0, 0, 0, 0, 0, Map.of(), Map.of(), Map.of());
    assertThat(
            PRICES.cost(
                ProviderName.CLAUDE, "claude-sonnet-5-5", cached, LocalDate.of(2026, 10, 6)))
        .map(Cost::total)
        .hasValueSatisfying(cost -> assertThat(cost).isEqualByComparingTo("200"));
    assertThat(PRICES.cost(ProviderName.CLAUDE, "claude-sonnet-5-5", cached, TODAY))
        .map(Cost::total)
        .hasValueSatisfying(cost -> assertThat(cost).isEqualByComparingTo("100"));
  }

  @Test
  void aLongPromptIsChargedHigherAsAWholeAndCachedTokensCountToItsLength() {
    Usage atTheEdge = new Usage(100_000, 90_000, 0, 0, 0, 0, 0, Map.of(), Map.of(), Map.of());
    Usage beyond = new Usage(100_001, 90_000, 0, 0, 0, 0, 0, Map.of(), Map.of(), Map.of());
    assertThat(haiku(atTheEdge)).isEqualByComparingTo("1900");
    assertThat(haiku(beyond)).isEqualByComparingTo("9500.5");
  }

  private static BigDecimal haiku(Usage usage) {
    return PRICES.cost(ProviderName.CLAUDE, "claude-haiku-5-5", usage, TODAY).orElseThrow().total();
  }

  @Test
  void aDateOrReleaseBehindTheNameIsTheSameModelAnyOtherWordIsNot() {
    assertThat(total("models/gemini-2.5-pro", Usage.of(1, 0), TODAY)).isPresent();
    assertThat(total("gemini-2.0-flash-001", Usage.of(1, 0), TODAY)).isPresent();
    assertThat(total("gemini-3.8-flash-preview-10-2026", Usage.of(1, 0), TODAY)).isPresent();
    assertThat(total("gemini-3.8-flash-lite", Usage.of(1, 0), TODAY)).isEmpty();
    assertThat(total("gemini-9", Usage.of(1, 0), TODAY)).isEmpty();
    assertThat(PRICES.cost(ProviderName.CLAUDE, "gemini-3.8-flash", Usage.of(1, 0), TODAY))
        .isEmpty();
  }

  private static Optional<BigDecimal> total(String model, Usage usage, LocalDate day) {
    return PRICES.cost(ProviderName.GEMINI, model, usage, day).map(Cost::total);
  }

  @Test
  void everyPriceNamesItsSourceAndNoModelHasTwoPricesForADay() {
    assertThat(PRICES.prices()).allSatisfy(price -> assertThat(price.source()).isNotBlank());
    assertThat(PRICES.prices())
        .filteredOn(price -> price.source().startsWith("from memory"))
        .isNotEmpty()
        .containsExactlyElementsOf(
            PRICES.prices().stream()
                .filter(price -> price.evidence() == PriceEvidence.RECALLED)
                .toList());
    assertThat(PRICES.prices())
        .extracting(price -> price.model() + price.from() + price.above())
        .doesNotHaveDuplicates();
  }

  @Test
  void aLineThatCannotBeReadIsNamed() {
    assertThatThrownBy(() -> PriceFile.read("provider gemini\ngemini-9 | - | 0 | free"))
        .hasMessageContaining("gemini-9 | - | 0 | free");
  }
}
