package koalens.backend.configure;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import koalens.backend.analysis.AnalysisLedger;
import koalens.backend.analysis.AnalysisReader;
import koalens.backend.analysis.LabelAnalysis;
import koalens.backend.analysis.LedgerException;
import koalens.backend.analysis.MediaAnalysis;
import koalens.backend.analysis.ReadingQueue;
import koalens.backend.analysis.advice.Advisers;
import koalens.backend.analysis.advice.AiLines;
import koalens.backend.people.Housekeeping;
import koalens.backend.reading.LabelReader;
import koalens.backend.storage.Database;
import koalens.backend.storage.DatabaseAddress;
import koalens.backend.storage.DatabaseAiLedger;
import koalens.backend.storage.DatabaseLedger;
import koalens.backend.storage.LedgerOptions;
import koalens.backend.storage.MigratedSchema;
import koalens.backend.storage.SqliteBackup;
import koalens.engine.knowledge.KnowledgeBase;
import koalens.engine.parsing.ParsingLimits;
import koalens.engine.text.Tokenizer;
import koalens.engine.verdict.LabelEngine;
import org.jspecify.annotations.Nullable;

/// The rooms, wired. Thread-safe; close it to keep what waits and let the database go.
public final class Application implements AutoCloseable {
  private final Settings settings;
  private final LabelEngine engine;
  private final Database database;
  private final DatabaseLedger ledger;
  private final DatabaseAiLedger aiLedger;
  private final Consultants consultants;
  private final LabelAnalysis analysis;
  private final MediaAnalysis media;
  private final People people;
  private final Housekeeping housekeeping;

  private Application(
      Settings settings,
      LabelEngine engine,
      Consultants consultants,
      Database database,
      Clock clock) {
    this.settings = settings;
    this.engine = engine;
    this.consultants = consultants;
    this.database = database;
    this.ledger =
        DatabaseLedger.open(
            database,
            new LedgerOptions(
                settings.durability(),
                settings.journalBytes(),
                settings.dataDirectory(),
                settings.limits().concurrentRequests(),
                settings.limits().requestTimeout()));
    this.aiLedger = DatabaseAiLedger.open(database);
    consultants.keepLinesIn(aiLedger);
    this.analysis =
        new LabelAnalysis(
            engine, consultants.advisers(), ledger, clock, settings.limits().knownLabels());
    this.media = media(settings, analysis, engine);
    var wiring =
        new PeopleWiring(settings.people(), database, ledger, analysis::forgetLabels, clock);
    this.people = wiring.people();
    this.housekeeping = wiring.housekeeping();
  }

  /// Loads the knowledge, opens the database and brings its schema up to date. Takes a noticeable
  /// part of a second.
  ///
  /// @throws koalens.backend.storage.MigrationException when the database cannot be used
  /// @throws SettingsFault when production would ask an emulated provider
  public static Application open(Settings settings) {
    return open(settings, Clock.systemUTC());
  }

  static Application open(Settings settings, Clock clock) {
    Consultants consultants = Consultants.of(settings);
    try {
      // Before anything is changed in a database.
      LabelEngine engine = engine(settings);
      return open(settings, engine, consultants, clock);
    } catch (RuntimeException e) {
      consultants.close();
      throw e;
    }
  }

  private static Application open(
      Settings settings, LabelEngine engine, Consultants consultants, Clock clock) {
    Database database = Database.open(settings.database(), settings.durability());
    try {
      return new Application(settings, engine, consultants, database, clock);
    } catch (RuntimeException e) {
      database.close();
      throw e;
    }
  }

  /// An engine within the limits, with the knowledge the settings name, without a database.
  ///
  /// @throws UncheckedIOException when the named knowledge cannot be read
  public static LabelEngine engine(Settings settings) {
    Limits limits = settings.limits();
    var parsing = new ParsingLimits(limits.textCharacters(), limits.ingredients(), limits.depth());
    return settings
        .knowledgeDirectory()
        .map(folder -> LabelEngine.with(knowledge(folder), parsing))
        .orElseGet(() -> LabelEngine.standard(parsing));
  }

  private static KnowledgeBase knowledge(Path folder) {
    try {
      return KnowledgeBase.read(Tokenizer.standard(), file -> open(folder.resolve(file)));
    } catch (IOException e) {
      throw new UncheckedIOException(
          "KNOWLEDGE_DIR: "
              + e.getMessage()
              + " in "
              + folder
              + "; make it again with koalens knowledge import",
          e);
    }
  }

  private static @Nullable InputStream open(Path file) {
    try {
      return Files.exists(file) ? Files.newInputStream(file) : null;
    } catch (IOException e) {
      throw new UncheckedIOException("cannot open " + file, e);
    }
  }

  /// Photos and films for an analysis. Models are loaded when the first one comes.
  public static MediaAnalysis media(Settings settings, LabelAnalysis analysis, LabelEngine engine) {
    List<LabelReader> readers =
        IntStream.range(0, settings.media().readings())
            .mapToObj(_ -> reader(settings, engine))
            .toList();
    return new MediaAnalysis(
        analysis,
        new ReadingQueue(readers, settings.media().waiting()),
        settings.ai().pictureSide());
  }

  private static LabelReader reader(Settings settings, LabelEngine engine) {
    return new LabelReader(
        settings.dataDirectory().resolve("reading"),
        settings.media().reading(),
        text -> engine.judgeText(text).language());
  }

  /// Brings the database up to date without opening anything else.
  ///
  /// @throws koalens.backend.storage.MigrationException when the database cannot be used
  public static MigrationReport migrate(Settings settings) {
    MigratedSchema schema = Database.migrate(settings.database());
    return new MigrationReport(schema.before(), schema.after());
  }

  /// Copies the embedded database as it is now; servers go on meanwhile.
  ///
  /// @param target where to; a name with the time in the folder `backups` beside it when not said
  /// @return where the copy lies
  /// @throws koalens.backend.storage.MigrationException when it cannot be copied
  public static Path backUp(Settings settings, Optional<Path> target) {
    return copies(settings).backUp(target, Instant.now());
  }

  /// Puts a copy in the place of the embedded database, which is kept under another name.
  ///
  /// @return where the database that was there lies now, when there was one
  /// @throws koalens.backend.storage.MigrationException when it cannot be put back
  public static Optional<Path> restore(Settings settings, Path copy) {
    return copies(settings).restore(copy, Instant.now());
  }

  private static SqliteBackup copies(Settings settings) {
    return switch (settings.database()) {
      case DatabaseAddress.SqliteFile(var file) ->
          new SqliteBackup(file, file.resolveSibling(Database.BACKUPS));
      case DatabaseAddress.PostgresServer _ ->
          throw new SettingsFault(
              List.of("DATABASE_URL names PostgreSQL: copy it with pg_dump and pg_restore"));
    };
  }

  /// The settings it was opened with.
  public Settings settings() {
    return settings;
  }

  /// The use case: analyse a label.
  public LabelAnalysis analysis() {
    return analysis;
  }

  /// The use case: analyse a photo or film.
  public MediaAnalysis media() {
    return media;
  }

  /// Who is consulted on what the engine cannot settle.
  public Advisers advisers() {
    return consultants.advisers();
  }

  /// What it knows of people.
  public People people() {
    return people;
  }

  /// Makes kept analyses whole again.
  public AnalysisReader analysisReader() {
    return new AnalysisReader(engine.knowledge());
  }

  /// The engine, for looking things up.
  public LabelEngine engine() {
    return engine;
  }

  /// The record of every analysis.
  public AnalysisLedger ledger() {
    return ledger;
  }

  /// What the AI request log says of the analyses here, kept beside them.
  public AiLines aiLines() {
    return aiLedger;
  }

  /// The lines of the AI request log that a database keeps; nothing in it is changed.
  ///
  /// @param database a file, or an address as in `DATABASE_URL`
  /// @throws IllegalArgumentException when it is no address
  /// @throws LedgerException when no lines can be read there
  public static InputStream aiLines(String database) {
    boolean isAddress = database.matches("(?is)(jdbc:)?(sqlite:|postgres).*");
    return DatabaseAiLedger.read(
        isAddress && !Files.exists(Path.of(database))
            ? DatabaseAddress.of(database)
            : new DatabaseAddress.SqliteFile(Path.of(database)));
  }

  /// How many analyses wait to be kept.
  public int waitingForLedger() {
    return ledger.waiting();
  }

  /// What runs here.
  public Version version() {
    return Version.of(settings.environment(), engine.knowledge().version());
  }

  /// Looks now whether everything works.
  public Readiness readiness() {
    return new Readiness(
        List.of(
            databaseCheck(), knowledgeCheck(), Providers.check(settings, consultants.providers())));
  }

  private Readiness.Check databaseCheck() {
    try {
      ledger.check();
      return new Readiness.Check("database", true, "answers");
    } catch (LedgerException e) {
      return new Readiness.Check("database", false, "does not answer");
    }
  }

  private Readiness.Check knowledgeCheck() {
    int entries = engine.knowledge().taxonomy().entries().size();
    return new Readiness.Check("knowledge", entries > 0, entries + " entries");
  }

  /// Lets the providers go, keeps what waits, then lets the database go.
  @Override
  public void close() {
    media.close();
    consultants.close();
    housekeeping.close();
    aiLedger.close();
    ledger.close();
    database.close();
  }
}
