package koalens.backend.people;

import io.github.bucket4j.Bandwidth;
import io.github.bucket4j.BucketConfiguration;
import io.github.bucket4j.ConsumptionProbe;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// How many requests a caller may make in a period. Whoever waits that long has them all again; in
/// no period that begins with a request are there more. Thread-safe.
public final class RequestRates {
  private static final Logger LOG = LoggerFactory.getLogger(RequestRates.class);
  private final long limit;
  private final RateStore shared;
  private final RateStore own;

  private RequestRates(long limit, RateStore shared, RateStore own) {
    this.limit = limit;
    this.shared = shared;
    this.own = own;
  }

  /// Rates; empty when the limit is 0, which is none.
  ///
  /// @param limit requests a period
  /// @param period how long it is
  /// @param store where they are counted; while that fails, this process counts alone
  public static Optional<RequestRates> of(
      long limit, Duration period, Function<BucketConfiguration, RateStore> store) {
    if (limit == 0) {
      return Optional.empty();
    }
    Bandwidth bandwidth =
        Bandwidth.builder().capacity(limit).refillIntervally(limit, period).build();
    BucketConfiguration configuration = BucketConfiguration.builder().addLimit(bandwidth).build();
    return Optional.of(
        new RequestRates(limit, store.apply(configuration), new LocalRates(configuration)));
  }

  /// Uses one request, if there is one.
  ///
  /// @param key who asks
  public Rate take(String key) {
    try {
      return take(shared, key);
    } catch (RuntimeException e) {
      LOG.warn("requests are counted by this server alone", e);
      return take(own, key);
    }
  }

  private Rate take(RateStore store, String key) {
    ConsumptionProbe probe = store.bucket(key).tryConsumeAndReturnRemaining(1);
    return new Rate(
        probe.isConsumed(),
        probe.getRemainingTokens(),
        limit,
        Duration.ofNanos(probe.getNanosToWaitForReset()));
  }
}
