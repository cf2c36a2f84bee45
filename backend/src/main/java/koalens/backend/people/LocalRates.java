package koalens.backend.people;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.BucketConfiguration;
import java.time.Duration;

/// Rates of one server, in its memory: for who counts alone. Thread-safe.
public final class LocalRates implements RateStore {
  // Of more, those who were seen least are forgotten.
  private static final Duration FORGOTTEN = Duration.ofHours(25);
  private static final int CALLERS = 200_000;

  private final BucketConfiguration configuration;
  private final Cache<String, Bucket> buckets =
      Caffeine.newBuilder().maximumSize(CALLERS).expireAfterAccess(FORGOTTEN).build();

  /// @param configuration what everybody may
  public LocalRates(BucketConfiguration configuration) {
    this.configuration = configuration;
  }

  @Override
  public Bucket bucket(String key) {
    return buckets.get(key, _ -> newBucket());
  }

  private Bucket newBucket() {
    var builder = Bucket.builder().withCustomTimePrecision(SteadyTime.INSTANCE);
    for (var bandwidth : configuration.getBandwidths()) {
      builder.addLimit(bandwidth);
    }
    return builder.build();
  }
}
