package koalens.backend.storage;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import koalens.backend.analysis.Analysis;
import koalens.backend.analysis.AnalysisRequest;
import koalens.backend.analysis.Durability;
import koalens.backend.analysis.LabelAnalysis;
import koalens.engine.parsing.ParsingLimits;
import koalens.engine.verdict.LabelEngine;
import koalens.engine.verdict.LabelOptions;

/// A ledger in a database, and the use case that fills it.
record OpenLedger(Database database, DatabaseLedger ledger) implements AutoCloseable {
  static final Duration PATIENCE = Duration.ofSeconds(20);

  private static final LabelEngine ENGINE =
      LabelEngine.standard(new ParsingLimits(20_000, 2_000, 12));

  static OpenLedger open(
      DatabaseAddress address,
      Path folder,
      Durability durability,
      int capacity,
      Duration patience) {
    Database database = Database.open(address, durability);
    var options = new LedgerOptions(durability, 8 << 20, folder, capacity, patience);
    return new OpenLedger(database, DatabaseLedger.open(database, options));
  }

  static OpenLedger open(DatabaseAddress address, Path folder, Durability durability) {
    return open(address, folder, durability, 100, PATIENCE);
  }

  static AnalysisRequest request(String text) {
    return new AnalysisRequest(
        new AnalysisRequest.Text(text),
        Optional.of("me"),
        AnalysisRequest.AS_DETECTED,
        LabelOptions.STANDARD,
        "r-1");
  }

  Analysis analyze(String text) {
    return analyze(request(text));
  }

  Analysis analyze(AnalysisRequest request) {
    return new LabelAnalysis(ENGINE, ledger, Clock.systemUTC()).analyze(request);
  }

  static <T> List<T> inParallel(int times, Callable<T> work)
      throws InterruptedException, ExecutionException {
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      var running = new ArrayList<Future<T>>();
      for (int i = 0; i < times; i++) {
        running.add(threads.submit(work));
      }
      var results = new ArrayList<T>();
      for (Future<T> one : running) {
        results.add(one.get());
      }
      return results;
    }
  }

  @Override
  public void close() {
    ledger.close();
    database.close();
  }
}
