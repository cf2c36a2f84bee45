package koalens.backend.storage;

import java.time.Instant;
import java.util.Optional;
import koalens.backend.people.DeviceStore;
import koalens.backend.people.Person;

/// The SQL on the table `device`. Thread-safe.
public final class DeviceTable implements DeviceStore {
  private final Sql sql;

  /// Devices in the database.
  public DeviceTable(Database database) {
    this.sql = database.sql();
  }

  @Override
  public void add(Person person, String tokenHash, Instant at) {
    sql.change(handle ->
        handle
            .createUpdate(
                """
                insert into device (token_hash, person, issued_at) values (:hash, :person, :at)
                """)
            .bind("hash", tokenHash)
            .bind("person", person.id())
            .bind("at", at.toEpochMilli())
            .execute());
  }

  @Override
  public Optional<Person> find(String tokenHash) {
    return sql.ask(handle ->
        handle
            .createQuery("select person from device where token_hash = :hash")
            .bind("hash", tokenHash)
            .mapTo(String.class)
            .findOne()
            .map(Person::new));
  }
}
