package koalens.backend.storage;

import java.time.YearMonth;
import java.util.Optional;
import koalens.backend.people.AllowanceStore;
import koalens.backend.people.Person;
import org.jdbi.v3.core.statement.SqlStatement;

/// The SQL on the table `allowance`. Counting and comparing are one statement, so that no two
/// callers get the last one. Thread-safe.
public final class AllowanceTable implements AllowanceStore {
  private final Sql sql;

  /// Counts in the database.
  public AllowanceTable(Database database) {
    this.sql = database.sql();
  }

  @Override
  public Optional<Long> take(Person person, YearMonth month, long limit) {
    return sql.changeAtOnce(handle ->
        bound(
                handle.createQuery(
                    """
                    insert into allowance (person, month, used) values (:person, :month, 1)
                    on conflict (person, month) do update set used = allowance.used + 1
                      where allowance.used < :limit
                    returning used
                    """),
                person,
                month)
            .bind("limit", limit)
            .mapTo(Long.class)
            .findOne());
  }

  @Override
  public void giveBack(Person person, YearMonth month) {
    sql.changeAtOnce(handle ->
        bound(
                handle.createUpdate(
                    """
                    update allowance set used = used - 1
                    where person = :person and month = :month and used > 0
                    """),
                person,
                month)
            .execute());
  }

  @Override
  public long used(Person person, YearMonth month) {
    return sql.ask(handle ->
        bound(
                handle.createQuery(
                    "select used from allowance where person = :person and month = :month"),
                person,
                month)
            .mapTo(Long.class)
            .findOne()
            .orElse(0L));
  }

  private static <S extends SqlStatement<S>> S bound(S statement, Person person, YearMonth month) {
    return statement.bind("person", person.id()).bind("month", month.toString());
  }
}
