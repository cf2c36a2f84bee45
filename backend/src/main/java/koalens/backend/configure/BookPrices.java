package koalens.backend.configure;

import java.math.RoundingMode;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.OptionalLong;
import koalens.backend.analysis.advice.Prices;
import koalens.backend.provider.ProviderName;
import koalens.backend.provider.Usage;
import koalens.backend.provider.price.PriceBook;

/// Prices out of a book, to the millionth of a US dollar.
///
/// @param book where they stand
record BookPrices(PriceBook book) implements Prices {
  @Override
  public OptionalLong micros(ProviderName provider, String model, Usage usage, Instant at) {
    LocalDate day = LocalDate.ofInstant(at, ZoneOffset.UTC);
    return book.cost(provider, model, usage, day)
        .map(cost -> OptionalLong.of(cost.total().setScale(0, RoundingMode.HALF_UP).longValue()))
        .orElseGet(OptionalLong::empty);
  }

  @Override
  public String version() {
    return book.version();
  }
}
