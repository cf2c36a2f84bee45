package koalens.backend.storage;

import java.time.YearMonth;
import koalens.backend.people.CounterStore;
import org.jdbi.v3.core.statement.SqlStatement;

/// The SQL on the table `counter`. Thread-safe.
public final class CounterTable implements CounterStore {
  private final Sql sql;

  /// Counts in the database.
  public CounterTable(Database database) {
    this.sql = database.sql();
  }

  @Override
  public long add(String userId, String name, YearMonth month, long more) {
    return sql.changeAtOnce(handle ->
        bound(
                handle.createQuery(
                    """
                    insert into counter (user_id, name, month, count)
                    values (:user, :name, :month, :more)
                    on conflict (user_id, name, month)
                      do update set count = counter.count + excluded.count
                    returning count
                    """),
                userId,
                name,
                month)
            .bind("more", more)
            .mapTo(Long.class)
            .one());
  }

  @Override
  public long value(String userId, String name, YearMonth month) {
    return sql.ask(handle ->
        bound(
                handle.createQuery(
                    """
                    select count from counter
                    where user_id = :user and name = :name and month = :month
                    """),
                userId,
                name,
                month)
            .mapTo(Long.class)
            .findOne()
            .orElse(0L));
  }

  private static <T extends SqlStatement<T>> T bound(
      T statement, String userId, String name, YearMonth month) {
    return statement.bind("user", userId).bind("name", name).bind("month", month.toString());
  }
}
