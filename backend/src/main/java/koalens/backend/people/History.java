package koalens.backend.people;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/// What a person asked, shown to that person alone. Thread-safe.
///
/// Every method throws [koalens.backend.analysis.LedgerException] when the database cannot be
/// asked.
public final class History {
  private final HistoryStore store;
  private final Runnable afterErasure;
  private final Clock clock;

  /// The history in the store.
  ///
  /// @param afterErasure forgets what is in memory of what people asked
  public History(HistoryStore store, Runnable afterErasure, Clock clock) {
    this.store = store;
    this.afterErasure = afterErasure;
    this.clock = clock;
  }

  /// A page, newest first.
  public List<KeptAnalysis> list(Person person, HistoryQuery query) {
    return store.list(person, query);
  }

  /// One analysis, when it is the person's.
  public Optional<KeptAnalysis> find(Person person, String id) {
    return store.find(person, id);
  }

  /// Marks one, or takes the mark away; whether it is the person's.
  public boolean mark(Person person, String id, boolean favourite) {
    return store.mark(person, id, favourite);
  }

  /// Deletes one; whether it was the person's.
  public boolean delete(Person person, String id) {
    return store.delete(person, id);
  }

  /// Hands over everything, newest first.
  public void export(Person person, Consumer<KeptAnalysis> taker) {
    store.forEach(person, taker);
  }

  /// Deletes everything kept of the person: analyses, reports, counts, tokens. Done when this
  /// returns, whatever server it was asked on; what another server has in memory names nobody and
  /// goes by itself.
  public void erase(Person person) {
    store.erase(person, clock.instant());
    afterErasure.run();
  }
}
