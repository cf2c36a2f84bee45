package koalens.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import koalens.backend.analysis.Analysis;
import koalens.backend.analysis.AnalysisIds;
import koalens.backend.analysis.AnalysisLedger;
import koalens.backend.analysis.AnalysisRequest;
import koalens.backend.analysis.Durability;
import koalens.backend.analysis.LabelAnalysis;
import koalens.backend.storage.Database;
import koalens.backend.storage.DatabaseAddress;
import koalens.backend.storage.DatabaseLedger;
import koalens.backend.storage.LedgerOptions;
import koalens.engine.parsing.ParsingLimits;
import koalens.engine.verdict.LabelEngine;
import koalens.engine.verdict.LabelOptions;
import koalens.testing.PostgresServer;

/// Analyses kept a second, on both databases and at both durabilities: by one caller, so that every
/// row is a commit of its own, and by 64 at once, whose rows are gathered into one commit.
///
/// Arguments: seconds a measurement (default 5), rounds (3).
public final class LedgerInserts {
  private static final int CALLERS = 64;

  private LedgerInserts() {}

  /// Runs the benchmark and prints its figures.
  public static void main(String[] arguments) throws IOException, InterruptedException {
    int seconds = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 5;
    int rounds = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 3;
    for (int round = 1; round <= rounds; round++) {
      for (Durability durability : Durability.values()) {
        measure("SQLite", round, durability, seconds);
        measure("PostgreSQL", round, durability, seconds);
      }
    }
  }

  private static void measure(String name, int round, Durability durability, int seconds)
      throws IOException, InterruptedException {
    Path folder = Files.createTempDirectory("koalens-inserts");
    DatabaseAddress address =
        name.equals("SQLite")
            ? new DatabaseAddress.SqliteFile(folder.resolve("ledger.db"))
            : DatabaseAddress.of(PostgresServer.shared().createDatabase());
    var options = new LedgerOptions(durability, 8 << 20, folder, 256, Duration.ofSeconds(30));
    try (Database database = Database.open(address, durability);
        DatabaseLedger ledger = DatabaseLedger.open(database, options)) {
      append(ledger, CALLERS, 1);
      double alone = append(ledger, 1, seconds);
      double gathered = append(ledger, CALLERS, seconds);
      System.out.printf(
          Locale.ROOT,
          "round %d  %-10s %-7s  1 caller %.0f/s  %d callers %.0f/s  ratio %.1f%n",
          round,
          name,
          durability.name().toLowerCase(Locale.ROOT),
          alone,
          CALLERS,
          gathered,
          gathered / alone);
    }
  }

  private static double append(AnalysisLedger ledger, int callers, int seconds)
      throws InterruptedException {
    AnalysisRequest request = request();
    Analysis analysis = analysis(ledger, request);
    var kept = new AtomicLong();
    long end = System.nanoTime() + Duration.ofSeconds(seconds).toNanos();
    var threads = new Thread[callers];
    for (int i = 0; i < callers; i++) {
      threads[i] =
          Thread.ofVirtual()
              .start(() -> {
                while (System.nanoTime() < end) {
                  ledger.append(renamed(analysis), request);
                  kept.incrementAndGet();
                }
              });
    }
    for (Thread thread : threads) {
      thread.join();
    }
    return (double) kept.get() / seconds;
  }

  private static AnalysisRequest request() {
    return new AnalysisRequest(
        new AnalysisRequest.Text(
            "Ingredienser: vatten, havre 10 %, rapsolja, kalciumkarbonat, salt, skummjölkspulver,"
                + " emulgeringsmedel (E471), arom. Kan innehålla spår av nötter."),
        Optional.of("me"),
        AnalysisRequest.AS_DETECTED,
        LabelOptions.STANDARD,
        "r-1");
  }

  private static Analysis analysis(AnalysisLedger ledger, AnalysisRequest request) {
    LabelEngine engine = LabelEngine.standard(new ParsingLimits(20_000, 2_000, 12));
    return new LabelAnalysis(engine, ledger, Clock.systemUTC()).analyze(request);
  }

  private static Analysis renamed(Analysis analysis) {
    return new Analysis(
        AnalysisIds.next(Clock.systemUTC().instant()),
        analysis.at(),
        analysis.written(),
        analysis.provenance(),
        analysis.knowledge(),
        analysis.requestId(),
        analysis.durationMs(),
        analysis.media());
  }
}
