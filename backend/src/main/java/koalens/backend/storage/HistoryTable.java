package koalens.backend.storage;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import koalens.backend.analysis.AnalysisIds;
import koalens.backend.analysis.StoredAnalysis;
import koalens.backend.people.HistoryQuery;
import koalens.backend.people.HistoryStore;
import koalens.backend.people.KeptAnalysis;
import koalens.backend.people.Person;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;

/// The SQL on the table `analysis` that shows it as people's histories. Thread-safe.
public final class HistoryTable implements HistoryStore {
  private static final String ALL =
      "select favourite, " + AnalysisTable.COLUMNS + " from analysis where person = :person";
  private static final String NEWEST_FIRST = " order by analyzed_at desc, id desc";
  private static final int PIECE = 500;

  private final Database database;
  private final Sql sql;
  private final DatabaseLedger ledger;

  /// Histories in the database that the ledger fills.
  public HistoryTable(Database database, DatabaseLedger ledger) {
    this.database = database;
    this.sql = database.sql();
    this.ledger = ledger;
  }

  @Override
  public List<KeptAnalysis> list(Person person, HistoryQuery query) {
    if (!query.before().map(AnalysisIds::isId).orElse(true)) {
      return List.of();
    }
    ledger.settle();
    String words = query.words().toLowerCase(Locale.ROOT);
    return sql.askForMany(handle -> {
      try (Stream<KeptAnalysis> all =
          select(handle, person, query).map(HistoryTable::kept).stream()) {
        return all.filter(kept -> contains(kept, words)).limit(query.limit()).toList();
      }
    });
  }

  // Databases differ in what they know of upper and lower case.
  private static boolean contains(KeptAnalysis kept, String words) {
    return kept.analysis().labelText().toLowerCase(Locale.ROOT).contains(words);
  }

  private static Query select(Handle handle, Person person, HistoryQuery query) {
    String favourites = query.favourites() ? " and favourite = 1" : "";
    String after =
        query.before().isEmpty()
            ? ""
            : """
             and (analyzed_at, id) < (select analyzed_at, id from analysis
              where person = :person and id = :before)
            """;
    Query select = handle.createQuery(ALL + favourites + after + NEWEST_FIRST).setFetchSize(PIECE);
    query.before().ifPresent(id -> select.bind("before", id));
    return select.bind("person", person.id());
  }

  private static KeptAnalysis kept(ResultSet row, Object context) throws SQLException {
    return new KeptAnalysis(Sql.stored(row), row.getInt("favourite") == 1);
  }

  @Override
  public Optional<KeptAnalysis> find(Person person, String id) {
    if (!AnalysisIds.isId(id)) {
      return Optional.empty();
    }
    ledger.settle();
    return sql.ask(handle ->
        handle
            .createQuery(ALL + " and id = :id")
            .bind("person", person.id())
            .bind("id", id)
            .map(HistoryTable::kept)
            .findOne());
  }

  @Override
  public Optional<StoredAnalysis> findUnowned(String id) {
    if (!AnalysisIds.isId(id)) {
      return Optional.empty();
    }
    ledger.settle();
    return sql.ask(handle ->
        handle
            .createQuery(
                "select "
                    + AnalysisTable.COLUMNS
                    + " from analysis where id = :id and person is null")
            .bind("id", id)
            .map((row, _) -> Sql.stored(row))
            .findOne());
  }

  @Override
  public boolean mark(Person person, String id, boolean favourite) {
    if (!AnalysisIds.isId(id)) {
      return false;
    }
    ledger.settle();
    return sql.changeAtOnce(handle ->
        handle
            .createUpdate(
                "update analysis set favourite = :favourite where person = :person and id = :id")
            .bind("favourite", favourite ? 1 : 0)
            .bind("person", person.id())
            .bind("id", id)
            .execute())
        == 1;
  }

  @Override
  public boolean delete(Person person, String id) {
    if (!AnalysisIds.isId(id)) {
      return false;
    }
    ledger.settle();
    return sql.change(handle -> {
      database.lockErasures(handle.getConnection(), true);
      AiLineTable.forget(handle, person, id);
      int deleted =
          handle
              .createUpdate("delete from analysis where person = :person and id = :id")
              .bind("person", person.id())
              .bind("id", id)
              .execute();
      if (deleted == 1) {
        handle
            .createUpdate("insert into erased_analysis (id) values (:id)")
            .bind("id", id)
            .execute();
        handle
            .createUpdate("delete from report where analysis_id = :id and person = :person")
            .bind("id", id)
            .bind("person", person.id())
            .execute();
      }
      return deleted == 1;
    });
  }

  // In pieces: whoever takes them may be slow, and must not have a connection meanwhile.
  @Override
  public void forEach(Person person, Consumer<KeptAnalysis> taker) {
    ledger.settle();
    List<String> ids =
        sql.ask(handle ->
            handle
                .createQuery("select id from analysis where person = :person" + NEWEST_FIRST)
                .bind("person", person.id())
                .mapTo(String.class)
                .list());
    for (int from = 0; from < ids.size(); from += PIECE) {
      all(person, ids.subList(from, Math.min(from + PIECE, ids.size()))).forEach(taker);
    }
  }

  private List<KeptAnalysis> all(Person person, List<String> ids) {
    return sql.ask(handle ->
        handle
            .createQuery(ALL + " and id in (<ids>)" + NEWEST_FIRST)
            .bind("person", person.id())
            .bindList("ids", ids)
            .map(HistoryTable::kept)
            .list());
  }

  @Override
  public void erase(Person person, Instant at) {
    ledger.settle();
    sql.change(handle -> {
      database.lockErasures(handle.getConnection(), true);
      handle
          .createUpdate(
              """
              insert into erasure (person_hash, erased_at) values (:hash, :at)
              on conflict (person_hash) do update set erased_at = excluded.erased_at
              """)
          .bind("hash", person.digest())
          .bind("at", at.toEpochMilli())
          .execute();
      AiLineTable.forget(handle, person);
      for (String table : List.of("analysis", "report", "allowance", "device")) {
        handle
            .createUpdate("delete from " + table + " where person = :person")
            .bind("person", person.id())
            .execute();
      }
      return true;
    });
  }

  @Override
  public int deleteBefore(Instant time) {
    int lines;
    do {
      lines = sql.changeAtOnce(handle -> AiLineTable.forget(handle, time, PIECE));
    } while (lines > 0);
    int deleted = 0;
    for (List<String> ids = before(time); !ids.isEmpty(); ids = before(time)) {
      List<String> piece = ids;
      deleted +=
          sql.change(handle ->
              handle
                  .createUpdate("delete from analysis where id in (<ids>)")
                  .bindList("ids", piece)
                  .execute());
    }
    return deleted;
  }

  // Ids begin with their time, and are the primary key. In pieces, so that nobody waits long.
  private List<String> before(Instant time) {
    // Nothing is older than 1970, whatever a clock says: a negative time would read as a late one.
    String bound = String.format(Locale.ROOT, "%012x", Math.max(0, time.toEpochMilli()));
    return sql.ask(handle ->
        handle
            .createQuery(
                """
                select id from analysis where id < :bound and favourite = 0 order by id limit :piece
                """)
            .bind("bound", bound.substring(0, 8) + "-" + bound.substring(8))
            .bind("piece", PIECE)
            .mapTo(String.class)
            .list());
  }
}
