package koalens.backend.analysis.advice;

import java.time.Instant;
import java.util.OptionalLong;
import koalens.backend.provider.ProviderName;
import koalens.backend.provider.Usage;

/// What calls cost. Thread-safe.
public interface Prices {
  /// Knows no price.
  Prices NONE =
      new Prices() {
        @Override
        public OptionalLong micros(ProviderName provider, String model, Usage usage, Instant at) {
          return OptionalLong.empty();
        }

        @Override
        public String version() {
          return "none";
        }
      };

  /// The list price in millionths of a US dollar; empty for a model without a known price.
  OptionalLong micros(ProviderName provider, String model, Usage usage, Instant at);

  /// Which state of the price lists it is.
  String version();
}
