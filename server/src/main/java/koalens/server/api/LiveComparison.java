package koalens.server.api;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import koalens.backend.analysis.advice.AiLines;
import koalens.backend.comparison.Comparison;
import koalens.backend.comparison.Labels;
import koalens.backend.comparison.Policy;
import koalens.backend.comparison.Report;
import koalens.backend.comparison.log.LogReader;
import koalens.backend.comparison.log.LogSource;
import koalens.backend.provider.price.PriceBook;

/// Compares the providers from what the ledger keeps. One comparison at a time, and each at most
/// every few seconds: a long ledger takes seconds and memory. Thread-safe.
final class LiveComparison {
  private static final Duration FRESH = Duration.ofSeconds(10);

  private final AiLines ledger;
  private final Clock clock;
  private Optional<AsOf> last = Optional.empty();

  /// A report, and when it was made.
  record AsOf(String version, Instant at, Report report) {}

  LiveComparison(AiLines ledger, Clock clock) {
    this.ledger = ledger;
    this.clock = clock;
  }

  /// The versions of experiments there are, the last first.
  List<String> versions() {
    return ledger.versions();
  }

  /// The report of a version, as of now or a moment ago.
  synchronized AsOf report(String version) {
    Instant now = clock.instant();
    AsOf made =
        last.filter(one -> one.version().equals(version))
            .filter(one -> one.at().plus(FRESH).isAfter(now))
            .orElseGet(() -> new AsOf(version, now, make(version)));
    last = Optional.of(made);
    return made;
  }

  private Report make(String version) {
    var source = new LogSource("the ledger", () -> ledger.lines(version));
    return new Comparison(Policy.STANDARD, Labels.NONE, PriceBook.standard())
        .report(new LogReader(bytes -> {}).read(List.of(source)));
  }
}
