package koalens.backend.storage;

import io.github.bucket4j.Bucket;
import io.github.bucket4j.BucketConfiguration;
import io.github.bucket4j.distributed.ExpirationAfterWriteStrategy;
import io.github.bucket4j.distributed.jdbc.PrimaryKeyMapper;
import io.github.bucket4j.postgresql.Bucket4jPostgreSQL;
import io.github.bucket4j.postgresql.PostgreSQLSelectForUpdateBasedProxyManager;
import java.time.Duration;
import koalens.backend.people.RateStore;
import koalens.backend.people.SteadyTime;

/// Rates that all servers on one PostgreSQL count together, in the table `bucket`. Thread-safe.
public final class SharedRates implements RateStore {
  private static final Duration REMEMBERED = Duration.ofMinutes(2);

  private final BucketConfiguration configuration;
  private final PostgreSQLSelectForUpdateBasedProxyManager<String> buckets;

  /// @param configuration what everybody may
  public SharedRates(Database database, BucketConfiguration configuration) {
    this.configuration = configuration;
    this.buckets =
        Bucket4jPostgreSQL.selectForUpdateBasedBuilder(database.source())
            .primaryKeyMapper(PrimaryKeyMapper.STRING)
            .clientClock(SteadyTime.INSTANCE)
            .expirationAfterWrite(
                ExpirationAfterWriteStrategy.basedOnTimeForRefillingBucketUpToMax(REMEMBERED))
            .build();
  }

  @Override
  public Bucket bucket(String key) {
    return buckets.getProxy(key, () -> configuration);
  }

  /// Forgets who has not asked for some time.
  ///
  /// @param most how many at once
  /// @return how many
  public int removeExpired(int most) {
    return buckets.removeExpired(most);
  }
}
