package koalens.backend.configure;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;
import koalens.backend.analysis.advice.Charge;
import koalens.backend.analysis.advice.Prices;
import koalens.backend.provider.ProviderName;
import koalens.backend.provider.Usage;
import koalens.backend.provider.price.Cost;
import koalens.backend.provider.price.Price;
import koalens.backend.provider.price.PriceBook;

/// Prices out of a book, to the millionth of a US dollar.
///
/// @param book where they stand
record BookPrices(PriceBook book) implements Prices {
  @Override
  public Optional<Charge> charge(ProviderName provider, String model, Usage usage, Instant at) {
    LocalDate day = LocalDate.ofInstant(at, ZoneOffset.UTC);
    return book.price(provider, model, usage.input(), day).map(price -> charge(price, usage));
  }

  private static Charge charge(Price price, Usage usage) {
    Cost cost = price.of(usage);
    return new Charge(
        whole(cost.total()), whole(cost.input()), whole(cost.output()), price.evidence());
  }

  private static long whole(BigDecimal micros) {
    return micros.setScale(0, RoundingMode.HALF_UP).longValue();
  }

  @Override
  public String version() {
    return book.version();
  }
}
