package koalens.backend.analysis.advice;

import java.time.Instant;
import java.util.Optional;
import koalens.backend.provider.ProviderName;
import koalens.backend.provider.Usage;

/// What calls cost. Thread-safe.
public interface Prices {
  /// Knows no price.
  Prices NONE =
      new Prices() {
        @Override
        public Optional<Charge> charge(
            ProviderName provider, String model, Usage usage, Instant at) {
          return Optional.empty();
        }

        @Override
        public String version() {
          return "none";
        }
      };

  /// The list price; empty for a model without a known one.
  Optional<Charge> charge(ProviderName provider, String model, Usage usage, Instant at);

  /// Which state of the price lists it is.
  String version();
}
