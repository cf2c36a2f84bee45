package koalens.backend.configure;

import io.github.bucket4j.BucketConfiguration;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import koalens.backend.people.AdminKey;
import koalens.backend.people.Allowance;
import koalens.backend.people.DeviceTokens;
import koalens.backend.people.Doorkeeper;
import koalens.backend.people.History;
import koalens.backend.people.Housekeeping;
import koalens.backend.people.Housekeeping.Chore;
import koalens.backend.people.JwtIssuer;
import koalens.backend.people.LocalRates;
import koalens.backend.people.RateStore;
import koalens.backend.people.ReportDesk;
import koalens.backend.people.RequestRates;
import koalens.backend.people.Retention;
import koalens.backend.storage.AllowanceTable;
import koalens.backend.storage.CounterTable;
import koalens.backend.storage.Database;
import koalens.backend.storage.DatabaseLedger;
import koalens.backend.storage.DeviceTable;
import koalens.backend.storage.HistoryTable;
import koalens.backend.storage.ReportTable;
import koalens.backend.storage.SharedRates;

/// Puts together what an application knows of people.
final class PeopleWiring {
  private static final int MOST_FORGOTTEN = 100_000;

  private final PeopleSettings settings;
  private final Database database;
  private final HistoryTable history;
  private final Runnable afterErasure;
  private final Clock clock;
  private final List<Chore> chores = new ArrayList<>();

  /// @param afterErasure forgets what is in memory of what people asked
  PeopleWiring(
      PeopleSettings settings,
      Database database,
      DatabaseLedger ledger,
      Runnable afterErasure,
      Clock clock) {
    this.settings = settings;
    this.database = database;
    this.history = new HistoryTable(database, ledger);
    this.afterErasure = afterErasure;
    this.clock = clock;
    settings.retention().ifPresent(this::addRetention);
  }

  People people() {
    var devices = new DeviceTokens(new DeviceTable(database), clock);
    return new People(
        new Doorkeeper(
            devices,
            settings.issuer().map(JwtIssuer::new),
            settings.adminKey().map(key -> new AdminKey(key.value()))),
        devices,
        new History(history, afterErasure, clock),
        new ReportDesk(new ReportTable(database), history, clock),
        new Allowance(new AllowanceTable(database), clock, settings.analysesAMonth()),
        new CounterTable(database),
        rates(settings.requestsAMinute(), Duration.ofMinutes(1)),
        rates(settings.devicesADay(), Duration.ofDays(1)));
  }

  private Optional<RequestRates> rates(int limit, Duration period) {
    return RequestRates.of(limit, period, this::store);
  }

  // Of an embedded database there is one server.
  private RateStore store(BucketConfiguration configuration) {
    if (!database.isShared()) {
      return new LocalRates(configuration);
    }
    var shared = new SharedRates(database, configuration);
    chores.add(new Chore("forgot callers", () -> shared.removeExpired(MOST_FORGOTTEN)));
    return shared;
  }

  private void addRetention(Duration longest) {
    chores.add(
        new Chore("deleted what is too old", new Retention(history, longest, clock)::deleteOld));
  }

  /// Starts what must be done now and then.
  Housekeeping housekeeping() {
    return Housekeeping.start(chores);
  }
}
