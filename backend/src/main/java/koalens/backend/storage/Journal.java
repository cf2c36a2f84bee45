package koalens.backend.storage;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Two [JournalFile]s: one takes rows while those in the other are brought to the database. Not
/// thread-safe.
final class Journal implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Journal.class);
  private static final long LEAST = 8;

  private JournalFile taking;
  private JournalFile spare;

  private Journal(JournalFile taking, JournalFile spare) {
    this.taking = taking;
    this.spare = spare;
  }

  /// Opens the journal, made when it is not there; empty when another process has it.
  ///
  /// @param path where it lies: `.0` and `.1` are added
  /// @param size size of each of its two files in bytes
  static Optional<Journal> open(Path path, long size) {
    try {
      Optional<JournalFile> first = openWhole(file(path, 0), size);
      return first.isEmpty()
          ? Optional.empty()
          : Optional.of(new Journal(first.get(), openWhole(file(path, 1), size).orElseThrow()));
    } catch (IOException e) {
      throw unusable(e);
    }
  }

  /// Brings to the database what an earlier process left, and removes its journal; leaves alone
  /// what another process has.
  static void recover(Path path, Consumer<List<AnalysisRow>> commit) {
    for (Path file : List.of(file(path, 0), file(path, 1))) {
      if (Files.exists(file)) {
        recoverFile(file, commit);
      }
    }
  }

  private static void recoverFile(Path path, Consumer<List<AnalysisRow>> commit) {
    try {
      Optional<JournalFile> left = openWhole(path, LEAST);
      if (left.isPresent()) {
        replay(left.get(), commit);
        left.get().remove();
      }
    } catch (IOException e) {
      throw unusable(e);
    }
  }

  // A file that an earlier process made larger may hold rows beyond the size.
  private static Optional<JournalFile> openWhole(Path path, long size) throws IOException {
    return JournalFile.open(path, Files.exists(path) ? Math.max(Files.size(path), size) : size);
  }

  private static UncheckedIOException unusable(IOException fault) {
    return new UncheckedIOException("the ledger's journal cannot be opened", fault);
  }

  private static Path file(Path path, int number) {
    return path.resolveSibling(path.getFileName() + "." + number);
  }

  private static void replay(JournalFile file, Consumer<List<AnalysisRow>> commit) {
    List<AnalysisRow> left = file.records().stream().map(RowBytes::read).toList();
    if (!left.isEmpty()) {
      commit.accept(left);
      LOG.atWarn().addKeyValue("analyses", left.size()).log("kept what a killed process left");
    }
    file.clear();
  }

  /// Brings to the database what an earlier process left.
  void replay(Consumer<List<AnalysisRow>> commit) {
    replay(taking, commit);
    replay(spare, commit);
  }

  /// Whether a record of this length ever fits.
  boolean canHold(int length) {
    return taking.canHold(length);
  }

  /// Adds a record, unless the file that takes them is too full.
  boolean append(byte[] bytes) {
    return taking.append(bytes);
  }

  /// Lets the other file take what comes next.
  void swap() {
    JournalFile filled = taking;
    taking = spare;
    spare = filled;
  }

  /// Forgets the records of the file that takes none.
  void clearSpare() {
    spare.clear();
  }

  /// Lets the files go, and removes them.
  void remove() throws IOException {
    taking.remove();
    spare.remove();
  }

  @Override
  public void close() throws IOException {
    taking.close();
    spare.close();
  }
}
