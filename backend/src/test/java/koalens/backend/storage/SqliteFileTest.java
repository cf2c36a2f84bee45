package koalens.backend.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import koalens.backend.analysis.Durability;
import koalens.backend.analysis.LedgerException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// What holds of a ledger in a file alone; the rest is in [LedgerContract].
class SqliteFileTest {
  @TempDir private Path folder = Path.of(".");

  private Path file() {
    return folder.resolve("ledger.db");
  }

  private DatabaseAddress address() {
    return new DatabaseAddress.SqliteFile(file());
  }

  private OpenLedger open(Durability durability, int capacity, Duration patience) {
    return OpenLedger.open(address(), folder, durability, capacity, patience);
  }

  private OpenLedger open(Durability durability) {
    return OpenLedger.open(address(), folder, durability);
  }

  @ParameterizedTest
  @EnumSource(Durability.class)
  void leavesNothingBesideTheDatabaseWhenItIsClosed(Durability durability) throws Exception {
    try (OpenLedger open = open(durability)) {
      open.analyze("Vatten");
    }
    try (var files = Files.list(folder)) {
      assertThat(files.map(path -> path.getFileName().toString())).containsExactly("ledger.db");
    }
    try (OpenLedger open = open(durability)) {
      assertThat(open.ledger().count()).isEqualTo(1);
    }
  }

  @Test
  void waitsForEachCommitWhereAnotherHasTheJournal() {
    try (OpenLedger first = open(Durability.PROCESS);
        OpenLedger second = open(Durability.PROCESS)) {
      String early = first.analyze("Vatten").id();
      String late = second.analyze("Mjölk").id();
      assertThat(first.ledger().find(late)).isPresent();
      assertThat(first.ledger().find(early)).isPresent();
      assertThat(second.ledger().find(early)).isPresent();
    }
  }

  private SqliteBackup backup() {
    return new SqliteBackup(file(), folder.resolve("backups"));
  }

  private Path copyOfOneAnalysis() {
    try (OpenLedger open = open(Durability.POWER)) {
      open.analyze("Vatten");
      assertThat(open.ledger().count()).isEqualTo(1);
    }
    return backup().backUp(Optional.empty(), Instant.EPOCH);
  }

  private void addAnalysis() {
    try (OpenLedger open = open(Durability.POWER)) {
      open.analyze("Mjölk");
    }
  }

  private long analyses() {
    try (OpenLedger open = open(Durability.POWER)) {
      return open.ledger().count();
    }
  }

  @ParameterizedTest
  @EnumSource(Durability.class)
  void putsNoCopyInThePlaceOfADatabaseThatAServerUses(Durability durability) throws Exception {
    Path copy = copyOfOneAnalysis();
    addAnalysis();
    try (Database idle = Database.open(address(), durability)) {
      assertThat(idle.isShared()).isFalse();
      assertThatThrownBy(() -> backup().restore(copy, Instant.EPOCH))
          .isInstanceOf(MigrationException.class)
          .hasMessageContaining("stop it first");
    }
    assertThat(analyses()).isEqualTo(2);
    assertThat(backup().restore(copy, Instant.EPOCH)).isPresent();
    assertThat(analyses()).isEqualTo(1);
    try (var files = Files.list(folder)) {
      assertThat(files.map(path -> path.getFileName().toString()))
          .containsExactlyInAnyOrder("ledger.db", "ledger.db.before-19700101T000000", "backups");
    }
  }

  @Test
  void putsNoCopyBackUnderAServerWhoseFileWasRemoved() throws Exception {
    Path copy = copyOfOneAnalysis();
    try (OpenLedger open = open(Durability.PROCESS)) {
      assertThat(open.ledger().count()).isEqualTo(1);
      Files.delete(folder.resolve("ledger.db"));
      assertThatThrownBy(() -> backup().restore(copy, Instant.EPOCH))
          .isInstanceOf(MigrationException.class)
          .hasMessageContaining("stop it first");
    }
    assertThat(backup().restore(copy, Instant.EPOCH)).isEmpty();
    assertThat(analyses()).isEqualTo(1);
  }

  @Test
  void leavesTheDatabaseAsItIsWhenACopyCannotBeWrittenWhole() throws Exception {
    Path copy = copyOfOneAnalysis();
    addAnalysis();
    Path inTheWay = folder.resolve("ledger.db.unfinished/full");
    Files.createDirectories(inTheWay);
    assertThatThrownBy(() -> backup().restore(copy, Instant.EPOCH))
        .isInstanceOf(MigrationException.class);
    assertThat(analyses()).isEqualTo(2);
    Files.delete(inTheWay);
    assertThat(backup().restore(copy, Instant.EPOCH)).isPresent();
    assertThat(analyses()).isEqualTo(1);
  }

  @Test
  void saysThatALaterTryHelpsWhileTheDatabaseIsHeldByAnother() throws Exception {
    try (OpenLedger open = open(Durability.POWER, 100, Duration.ofMillis(300));
        Connection other = held()) {
      assertThat(refusal(open).isOverloaded()).isTrue();
      other.rollback();
    }
  }

  @Test
  void takesNoMoreThanMayWait() throws Exception {
    try (OpenLedger open = open(Durability.POWER, 1, Duration.ofMillis(500));
        Connection other = held()) {
      List<Boolean> refused = OpenLedger.inParallel(8, () -> refusal(open).isOverloaded());
      assertThat(refused).containsOnly(true);
      assertThat(open.ledger().waiting()).isLessThanOrEqualTo(1);
      other.rollback();
    }
  }

  @Test
  void answersWhileTheDatabaseIsHeldByAnotherAndKeepsItAfterwards() throws Exception {
    try (OpenLedger open = open(Durability.PROCESS)) {
      String id;
      try (Connection other = held()) {
        id = open.analyze("Vatten").id();
        assertThat(open.ledger().waiting()).isEqualTo(1);
        other.rollback();
      }
      assertThat(open.ledger().find(id)).isPresent();
      assertThat(open.ledger().waiting()).isZero();
    }
  }

  /// A connection of somebody who writes and does not finish.
  private Connection held() throws SQLException {
    Connection other = DriverManager.getConnection("jdbc:sqlite:" + file());
    other.setAutoCommit(false);
    try (var statement = other.createStatement()) {
      statement.executeUpdate("delete from analysis where id = 'none'");
    }
    return other;
  }

  private static LedgerException refusal(OpenLedger open) {
    return catchThrowableOfType(LedgerException.class, () -> open.analyze("Vatten"));
  }
}
