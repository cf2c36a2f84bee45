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

/// The price book, as the log and the metrics ask it.
///
/// @param book the prices
record ListPrices(PriceBook book) implements Prices {

  @Override
  public OptionalLong micros(ProviderName provider, String model, Usage usage, Instant at) {
    return book.cost(provider, model, usage, LocalDate.ofInstant(at, ZoneOffset.UTC))
        .map(cost -> cost.total().setScale(0, RoundingMode.HALF_UP).longValueExact())
        .map(OptionalLong::of)
        .orElseGet(OptionalLong::empty);
  }

  @Override
  public String version() {
    return book.version();
  }
}
