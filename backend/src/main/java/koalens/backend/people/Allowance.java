package koalens.backend.people;

import java.time.Clock;
import java.time.YearMonth;
import java.time.ZoneOffset;
import koalens.backend.analysis.LedgerException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// How many analyses a person may have in a calendar month of UTC. Thread-safe.
public final class Allowance {
  private static final Logger LOG = LoggerFactory.getLogger(Allowance.class);

  private final AllowanceStore store;
  private final Clock clock;
  private final long limit;

  /// @param limit how many; 0 for as many as they like
  public Allowance(AllowanceStore store, Clock clock, long limit) {
    this.store = store;
    this.clock = clock;
    this.limit = limit;
  }

  /// Uses one. While the database is gone everybody gets theirs uncounted: an answer matters more
  /// than a count.
  public Grant take(Person person) {
    YearMonth month = month();
    try {
      return store
          .take(person, month, limit == 0 ? Long.MAX_VALUE : limit)
          .<Grant>map(used -> new Grant.Granted(usage(used, month), month))
          .orElseGet(() -> new Grant.Refused(usage(limit, month)));
    } catch (LedgerException e) {
      LOG.warn("an analysis is not counted", e);
      return new Grant.Granted(usage(0, month), month);
    }
  }

  /// Gives back what was used for an analysis that failed.
  public void giveBack(Person person, Grant.Granted grant) {
    try {
      store.giveBack(person, grant.month());
    } catch (LedgerException e) {
      LOG.warn("an analysis that failed stays counted", e);
    }
  }

  /// How much is used.
  ///
  /// @throws LedgerException when the database cannot be asked
  public Usage usage(Person person) {
    return usage(store.used(person, month()), month());
  }

  /// What somebody has who used nothing yet.
  public Usage unused() {
    return usage(0, month());
  }

  private YearMonth month() {
    return YearMonth.now(clock.withZone(ZoneOffset.UTC));
  }

  private Usage usage(long used, YearMonth month) {
    return new Usage(
        used, limit, month.plusMonths(1).atDay(1).atStartOfDay(ZoneOffset.UTC).toInstant());
  }
}
