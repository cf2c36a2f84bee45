package koalens.backend.storage;

import com.zaxxer.hikari.HikariDataSource;
import com.zaxxer.hikari.HikariPoolMXBean;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;

/// Connections that are used again. While the database is known to be gone, one caller at a time
/// waits to see whether it is back and all others learn at once that it is not: a request asks
/// several times, and whoever waits has been waited for. Thread-safe.
final class ConnectionPool extends HikariDataSource {
  private static final long BETWEEN_TRIES_NANOS = Duration.ofSeconds(1).toNanos();
  private static final long THERE = 0;

  private final long patienceNanos;

  /// When the next caller may wait, by the clock of [#now()]; [#THERE] while nothing is wrong.
  private final AtomicLong nextTry = new AtomicLong(THERE);

  /// A pool that begins when the first connection is asked for. Its settings are set on it, since
  /// Hikari copies a configuration by reflection, which takes as long as opening the database.
  ///
  /// @param patience how long one waits for a connection
  ConnectionPool(Duration patience) {
    setConnectionTimeout(patience.toMillis());
    this.patienceNanos = patience.toNanos();
  }

  // Never what means that nothing is wrong.
  private static long now() {
    return System.nanoTime() | 1;
  }

  @Override
  public Connection getConnection() throws SQLException {
    long next = nextTry.get();
    if (next != THERE && !mayTry(next)) {
      throw new SQLTransientConnectionException("the database is gone");
    }
    try {
      Connection connection = super.getConnection();
      nextTry.set(THERE);
      return connection;
    } catch (SQLTransientConnectionException e) {
      noteFailure();
      throw e;
    }
  }

  private boolean mayTry(long next) {
    long now = now();
    return now - next >= 0 && nextTry.compareAndSet(next, now + patienceNanos);
  }

  // A pool that is merely in use is no sign that the database is gone.
  private void noteFailure() {
    HikariPoolMXBean connections = getHikariPoolMXBean();
    if (connections == null || connections.getTotalConnections() == 0) {
      nextTry.set(now() + BETWEEN_TRIES_NANOS);
    }
  }
}
