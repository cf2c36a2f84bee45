package koalens.backend.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import koalens.backend.analysis.LedgerException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JournaledWriterTest {
  private static final int SIZE = 4096;
  private static final Duration PATIENCE = Duration.ofSeconds(10);

  @TempDir private Path folder = Path.of(".");

  private final List<AnalysisRow> kept = Collections.synchronizedList(new ArrayList<>());

  private JournaledWriter open(Consumer<List<AnalysisRow>> commit, Duration patience) {
    return JournaledWriter.open(folder.resolve("pending"), SIZE, commit, patience, false)
        .orElseThrow();
  }

  private static AnalysisRow row(String id, Optional<String> user) {
    return new AnalysisRow(
        id, 17, user, user, "vegan", "local", "k", "r", "Vatten, \uD83E\uDD5B mjölk", "{}");
  }

  private static AnalysisRow row(int number) {
    return row("id-" + number, Optional.empty());
  }

  @Test
  void bringsEveryRowToTheDatabaseInOrder() {
    var expected = new ArrayList<AnalysisRow>();
    try (JournaledWriter writer = open(kept::addAll, PATIENCE)) {
      for (int i = 0; i < 500; i++) {
        expected.add(row(i));
        writer.write(row(i));
      }
      writer.settle();
      assertThat(kept).isEqualTo(expected);
    }
  }

  @Test
  void keepsAtTheNextStartWhatAKilledProcessLeft() {
    Consumer<List<AnalysisRow>> broken =
        _ -> {
          throw LedgerException.failed("no database", null);
        };
    List<AnalysisRow> left = List.of(row("a", Optional.of("me")), row("b", Optional.of("")));
    try (JournaledWriter writer = open(broken, PATIENCE)) {
      left.forEach(writer::write);
    }
    try (JournaledWriter writer = open(kept::addAll, PATIENCE)) {
      assertThat(kept).isEqualTo(left);
      assertThat(writer.waiting()).isZero();
    }
    kept.clear();
    open(kept::addAll, PATIENCE).close();
    assertThat(kept).isEmpty();
  }

  @Test
  void triesAgainUntilTheDatabaseTakesTheRows() {
    var broken = new AtomicBoolean(true);
    Consumer<List<AnalysisRow>> commit =
        rows -> {
          if (broken.get()) {
            throw LedgerException.failed("no database", null);
          }
          kept.addAll(rows);
        };
    try (JournaledWriter writer = open(commit, PATIENCE)) {
      writer.write(row(1));
      assertThat(catchThrowableOfType(LedgerException.class, () -> settleLong(writer))).isNotNull();
      assertThat(writer.isWorking()).isFalse();
      broken.set(false);
      while (writer.waiting() > 0) {
        Thread.onSpinWait();
      }
      assertThat(writer.isWorking()).isTrue();
      assertThat(kept).containsExactly(row(1));
    }
  }

  private static void settleLong(JournaledWriter writer) {
    while (writer.isWorking()) {
      Thread.onSpinWait();
    }
    writer.settle();
  }

  @Test
  void letsCallersWaitForRoomAndRefusesThemWhenThereIsNone() throws InterruptedException {
    var mayCommit = new CountDownLatch(1);
    Consumer<List<AnalysisRow>> slow =
        rows -> {
          await(mayCommit);
          kept.addAll(rows);
        };
    try (JournaledWriter writer = open(slow, Duration.ofMillis(200))) {
      int written = 0;
      LedgerException refusal = null;
      while (refusal == null) {
        int number = written++;
        refusal = catchThrowableOfType(LedgerException.class, () -> writer.write(row(number)));
      }
      assertThat(refusal.isOverloaded()).isTrue();
      assertThat(writer.waiting()).isEqualTo(written - 1).isLessThan(2 * SIZE / 50);
      mayCommit.countDown();
      Thread waiting = Thread.startVirtualThread(() -> writer.write(row(-1)));
      waiting.join();
      writer.settle();
      assertThat(kept).hasSize(written).contains(row(-1));
    }
  }

  @Test
  void letsNoSingleRowHoldUpTheOthers() {
    Consumer<List<AnalysisRow>> choosy =
        rows -> {
          if (rows.stream().anyMatch(row -> row.id().equals("bad"))) {
            throw LedgerException.refused("no", null);
          }
          kept.addAll(rows);
        };
    try (JournaledWriter writer = open(choosy, PATIENCE)) {
      for (String id : List.of("a", "bad", "b")) {
        writer.write(row(id, Optional.empty()));
      }
      writer.settle();
      assertThat(kept).extracting(AnalysisRow::id).containsExactly("a", "b");
    }
  }

  @Test
  void startsWithAJournalThatHoldsARowTheDatabaseRefuses() {
    Consumer<List<AnalysisRow>> broken =
        _ -> {
          throw LedgerException.failed("no database", null);
        };
    Consumer<List<AnalysisRow>> choosy =
        rows -> {
          if (rows.stream().anyMatch(row -> row.id().equals("bad"))) {
            throw LedgerException.refused("no", null);
          }
          kept.addAll(rows);
        };
    try (JournaledWriter writer = open(broken, PATIENCE)) {
      for (String id : List.of("a", "bad", "b")) {
        writer.write(row(id, Optional.empty()));
      }
    }
    try (JournaledWriter writer = open(choosy, PATIENCE)) {
      assertThat(kept).extracting(AnalysisRow::id).containsExactly("a", "b");
      writer.write(row("c", Optional.empty()));
      writer.settle();
      assertThat(kept).extracting(AnalysisRow::id).containsExactly("a", "b", "c");
    }
  }

  @Test
  void waitsForTheCommitOnlyAsLongAsTheDatabaseAnswers() {
    var broken = new AtomicBoolean();
    Consumer<List<AnalysisRow>> commit =
        rows -> {
          if (broken.get()) {
            throw LedgerException.failed("no database", null);
          }
          kept.addAll(rows);
        };
    Path path = folder.resolve("pending");
    try (JournaledWriter writer =
        JournaledWriter.open(path, SIZE, commit, PATIENCE, true).orElseThrow()) {
      writer.write(row(1));
      assertThat(kept).containsExactly(row(1));
      broken.set(true);
      writer.write(row(2));
      writer.write(row(3));
      assertThat(kept).containsExactly(row(1));
      broken.set(false);
      while (writer.waiting() > 0) {
        Thread.onSpinWait();
      }
      assertThat(kept).containsExactly(row(1), row(2), row(3));
    }
  }

  @Test
  void readsTheFormThatHadNoPersonYet() {
    AnalysisRow row = row("a", Optional.of("me"));
    var old = java.nio.ByteBuffer.allocate(1_000).putLong(row.analyzedAt());
    for (String text :
        List.of("me", "a", "vegan", "local", "k", "r", row.labelText(), row.document())) {
      byte[] bytes = text.getBytes(java.nio.charset.StandardCharsets.UTF_8);
      old.putInt(bytes.length).put(bytes);
    }
    AnalysisRow read = RowBytes.read(old.flip());
    assertThat(read.person()).isEmpty();
    assertThat(read.userId()).hasValue("me");
    assertThat(read.labelText()).isEqualTo(row.labelText());
    assertThat(RowBytes.read(java.nio.ByteBuffer.wrap(RowBytes.of(row)))).isEqualTo(row);
  }

  @Test
  void recoversAJournalThatWasLargerThanItsOwn() {
    Consumer<List<AnalysisRow>> broken =
        _ -> {
          throw LedgerException.failed("no database", null);
        };
    Path path = folder.resolve("pending");
    var left = new ArrayList<AnalysisRow>();
    try (JournaledWriter writer =
        JournaledWriter.open(path, 100 * SIZE, broken, PATIENCE, true).orElseThrow()) {
      for (int i = 0; i < 500; i++) {
        left.add(row(i));
        writer.write(row(i));
      }
    }
    Journal.recover(path, kept::addAll);
    assertThat(kept).containsExactlyInAnyOrderElementsOf(left);
    assertThat(folder).isEmptyDirectory();
  }

  private static void await(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }
}
