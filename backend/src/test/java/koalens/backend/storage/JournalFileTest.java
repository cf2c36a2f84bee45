package koalens.backend.storage;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JournalFileTest {
  private static final int SIZE = 4096;

  @TempDir private Path folder = Path.of(".");

  private JournalFile open() throws IOException {
    return JournalFile.open(folder.resolve("journal"), SIZE).orElseThrow();
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private static List<String> texts(JournalFile file) {
    return file.records().stream()
        .map(record -> StandardCharsets.UTF_8.decode(record).toString())
        .toList();
  }

  @Test
  void hasItsRecordsAfterItWasLetGoWithoutACare() throws IOException {
    try (JournalFile file = open()) {
      file.append(bytes("Vatten"));
      file.append(bytes("Mjölk"));
    }
    try (JournalFile file = open()) {
      assertThat(texts(file)).containsExactly("Vatten", "Mjölk");
    }
  }

  @Test
  void hasNoOldRecordsBehindNewOnes() throws IOException {
    try (JournalFile file = open()) {
      for (int i = 0; i < 10; i++) {
        file.append(bytes("an older record"));
      }
      file.clear();
      assertThat(texts(file)).isEmpty();
      file.append(bytes("a newer record."));
      assertThat(texts(file)).containsExactly("a newer record.");
    }
  }

  @Test
  void takesRecordsUntilItIsFull() throws IOException {
    try (JournalFile file = open()) {
      int taken = 0;
      while (file.append(new byte[100])) {
        taken++;
      }
      assertThat(taken).isEqualTo(SIZE / 108);
      assertThat(file.records()).hasSize(taken);
      assertThat(file.canHold(SIZE - 8)).isTrue();
      assertThat(file.canHold(SIZE)).isFalse();
      file.clear();
      assertThat(file.append(new byte[SIZE - 8])).isTrue();
      assertThat(file.records()).hasSize(1);
    }
  }

  @Test
  void endsAtARecordThatIsNotWhole() throws IOException {
    try (JournalFile file = open()) {
      file.append(bytes("whole"));
      file.append(bytes("torn!"));
    }
    try (FileChannel channel =
        FileChannel.open(folder.resolve("journal"), StandardOpenOption.WRITE)) {
      channel.write(ByteBuffer.wrap(bytes("T")), 8 + 5 + 8);
    }
    try (JournalFile file = open()) {
      assertThat(texts(file)).containsExactly("whole");
    }
  }

  @Test
  void reportsNoRecordsInAFileOfNonsense() throws IOException {
    try (FileChannel channel =
        FileChannel.open(
            folder.resolve("journal"), StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
      channel.write(ByteBuffer.wrap(bytes("nonsense ".repeat(100))));
    }
    try (JournalFile file = open()) {
      assertThat(file.records()).isEmpty();
    }
  }

  @Test
  void belongsToOneAtATime() throws IOException {
    try (JournalFile file = open()) {
      assertThat(file.canHold(1)).isTrue();
      Optional<JournalFile> second = JournalFile.open(folder.resolve("journal"), SIZE);
      assertThat(second).isEmpty();
    }
  }
}
