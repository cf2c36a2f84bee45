package koalens.backend.storage;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.sqlite.SQLiteErrorCode;
import org.sqlite.SQLiteException;

/// Copies of an embedded database: made while it is used, put back while it is not.
public final class SqliteBackup {
  private final Path file;
  private final Path folder;

  /// @param file the database
  /// @param folder where copies lie when nothing else is said
  public SqliteBackup(Path file, Path folder) {
    this.file = file;
    this.folder = folder;
  }

  /// Copies the database as it is now, whole and checked; servers go on meanwhile.
  ///
  /// @param target where to; a name with the time in the folder when not said
  /// @return where the copy lies
  /// @throws MigrationException when there is none to copy, the target is there, or the copy fails
  public Path backUp(Optional<Path> target, Instant now) {
    Path copy = target.orElseGet(() -> folder.resolve("koalens-" + stamp(now) + ".db"));
    require(Files.isRegularFile(file), "there is no database " + file);
    require(!Files.exists(copy), copy + " is there already: name another file");
    Path unfinished = copy.resolveSibling(copy.getFileName() + ".unfinished");
    try {
      Files.createDirectories(copy.toAbsolutePath().getParent());
      Files.deleteIfExists(unfinished);
      copyInto(unfinished);
      check(unfinished, copy);
      Files.move(unfinished, copy, StandardCopyOption.ATOMIC_MOVE);
      return copy;
    } catch (IOException e) {
      throw new MigrationException("the copy cannot be written to " + copy, e);
    }
  }

  private void copyInto(Path target) {
    try (var connection = DriverManager.getConnection("jdbc:sqlite:" + file);
        var statement = connection.prepareStatement("vacuum into ?")) {
      statement.setString(1, target.toString());
      statement.execute();
    } catch (SQLException e) {
      throw new MigrationException("the database " + file + " cannot be copied", e);
    }
  }

  /// Puts a copy in the place of the database, which is kept beside it under another name. Until
  /// the copy is there whole, the database stays as it is.
  ///
  /// @return where the database that was there lies now, when there was one
  /// @throws MigrationException when the copy is damaged or too new, or a server uses the database
  public Optional<Path> restore(Path copy, Instant now) {
    require(Files.isRegularFile(copy), "there is no file " + copy);
    Path unfinished = file.resolveSibling(file.getFileName() + ".unfinished");
    try {
      Files.createDirectories(file.toAbsolutePath().getParent());
      Files.copy(copy, unfinished, StandardCopyOption.REPLACE_EXISTING);
      check(unfinished, copy);
      require(!isUsed(), "a server uses " + file + ": stop it first");
      return replace(unfinished, file.getFileName() + ".before-" + stamp(now));
    } catch (IOException e) {
      throw new MigrationException("the copy cannot be put back", e);
    } finally {
      remove(unfinished);
    }
  }

  private Optional<Path> replace(Path finished, String name) throws IOException {
    Path before = file.resolveSibling(name);
    boolean replaces = Files.exists(file);
    if (replaces) {
      keep(before);
    }
    // What waits in log and journal belongs to the database that goes.
    for (String part : List.of("-wal", "-shm", ".pending.0", ".pending.1")) {
      Path old = file.resolveSibling(file.getFileName() + part);
      if (Files.exists(old)) {
        Files.move(old, file.resolveSibling(name + part));
      }
    }
    Files.move(finished, file, StandardCopyOption.ATOMIC_MOVE);
    return replaces ? Optional.of(before) : Optional.empty();
  }

  // A second name takes no room on the disk.
  private void keep(Path before) throws IOException {
    try {
      Files.createLink(before, file);
    } catch (UnsupportedOperationException | IOException e) {
      Files.copy(file, before);
    }
  }

  private static void remove(Path unfinished) {
    try {
      Files.deleteIfExists(unfinished);
    } catch (IOException e) {
      throw new MigrationException(unfinished + " is in the way: remove it", e);
    }
  }

  // A server holds its journal still when somebody removed the file under it.
  private boolean isUsed() throws IOException {
    return isJournalHeld() || (Files.exists(file) && isOpen());
  }

  // SQLite lets nobody leave its write-ahead mode while others have the file open, idle or not.
  private boolean isOpen() {
    try (var connection = DriverManager.getConnection("jdbc:sqlite:" + file);
        var statement = connection.createStatement()) {
      statement.execute("pragma journal_mode = delete");
      return false;
    } catch (SQLiteException e) {
      // A damaged one is nobody's.
      return BrokenConnections.kind(e) == SQLiteErrorCode.SQLITE_BUSY.code;
    } catch (SQLException e) {
      return false;
    }
  }

  private boolean isJournalHeld() throws IOException {
    Path journal = file.resolveSibling(file.getFileName() + ".pending.0");
    if (!Files.exists(journal)) {
      return false;
    }
    Optional<JournalFile> ours = JournalFile.open(journal, Files.size(journal));
    if (ours.isPresent()) {
      ours.get().close();
    }
    return ours.isEmpty();
  }

  private static void check(Path file, Path copy) {
    try (var connection = DriverManager.getConnection("jdbc:sqlite:" + file);
        var statement = connection.createStatement();
        var row = statement.executeQuery("pragma quick_check(1)")) {
      require(row.next() && row.getString(1).equals("ok"), copy + " is damaged");
      require(
          Migrations.version(connection) <= Migrations.NEWEST,
          copy + " was made by a newer build: restore it with that one");
    } catch (SQLException e) {
      throw new MigrationException(copy + " is no SQLite database, or damaged", e);
    }
  }

  private static void require(boolean holds, String otherwise) {
    if (!holds) {
      throw new MigrationException(otherwise, null);
    }
  }

  private static String stamp(Instant now) {
    return now.toString().replaceAll("[-:]|\\..*Z|Z", "");
  }

  /// The newest copy in the folder.
  Optional<Path> newest() {
    if (!Files.isDirectory(folder)) {
      return Optional.empty();
    }
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .filter(copy -> copy.getFileName().toString().endsWith(".db"))
          .max(Comparator.comparing(Path::getFileName));
    } catch (IOException e) {
      return Optional.empty();
    }
  }
}
