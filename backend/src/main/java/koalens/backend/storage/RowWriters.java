package koalens.backend.storage;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import koalens.backend.analysis.Durability;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Chooses how rows come to a database.
final class RowWriters {
  private static final Logger LOG = LoggerFactory.getLogger(RowWriters.class);

  // So many servers may share a folder.
  private static final int JOURNALS = 32;

  private final Consumer<List<AnalysisRow>> commit;
  private final LedgerOptions options;

  RowWriters(Consumer<List<AnalysisRow>> commit, LedgerOptions options) {
    this.commit = commit;
    this.options = options;
  }

  RowWriter of(DatabaseAddress address) {
    return switch (address) {
      case DatabaseAddress.SqliteFile(var file) -> toFile(file);
      case DatabaseAddress.PostgresServer _ -> toServer();
    };
  }

  // One process has the journal; any other waits for each commit.
  private RowWriter toFile(Path file) {
    Path journal = file.resolveSibling(file.getFileName() + ".pending");
    Optional<JournaledWriter> journaled = journaled(journal, false);
    if (options.durability() == Durability.PROCESS && journaled.isPresent()) {
      return journaled.get();
    }
    journaled.ifPresent(JournaledWriter::close);
    return committed();
  }

  // Other servers read the same database, so each waits for its commits; the journal is for when
  // the
  // database is gone. A folder that cannot be written leaves it without.
  private RowWriter toServer() {
    try {
      Files.createDirectories(options.journalFolder());
      Optional<JournaledWriter> writer =
          options.durability() == Durability.POWER
              ? Optional.empty()
              : journals().flatMap(path -> journaled(path, true).stream()).findFirst();
      journals().forEach(path -> Journal.recover(path, new CommitApart(commit)));
      return writer.<RowWriter>map(found -> found).orElseGet(this::committed);
    } catch (UncheckedIOException | IOException e) {
      LOG.warn("no journal: analyses are refused while the database is gone", e);
      return committed();
    }
  }

  private Stream<Path> journals() {
    return IntStream.range(0, JOURNALS)
        .mapToObj(number -> options.journalFolder().resolve("ledger-%d.pending".formatted(number)));
  }

  private Optional<JournaledWriter> journaled(Path journal, boolean awaitsCommit) {
    return JournaledWriter.open(
        journal, options.journalBytes(), commit, options.patience(), awaitsCommit);
  }

  private BatchWriter committed() {
    return new BatchWriter(commit, options.capacity(), options.patience());
  }
}
