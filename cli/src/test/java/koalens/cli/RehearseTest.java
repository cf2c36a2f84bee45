package koalens.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Scanner;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// `koalens rehearse` when somebody stops it. That the day itself goes as expected is shown by
/// `.ci/run`, which plays it whole.
class RehearseTest {
  private static final Path ROOT = Path.of(System.getProperty("koalens.root", ".."));
  private static final Pattern PORT = Pattern.compile("(?:port |127\\.0\\.0\\.1:)(\\d+)");

  @TempDir private Path folder = Path.of(".");

  @Test
  void leavesNoProcessAndNoFolderWhenInterrupted() throws IOException, InterruptedException {
    Process rehearsal = start();
    var said = new ArrayList<String>();
    try (var lines = new Scanner(rehearsal.getInputStream(), StandardCharsets.UTF_8)) {
      readUntil(lines, said, "waiting for");
      List<ProcessHandle> family = rehearsal.descendants().toList();
      assertThat(family).hasSizeGreaterThanOrEqualTo(3);
      assertThat(interrupt(rehearsal)).isZero();
      assertThat(rehearsal.waitFor()).isNotZero();
      assertThat(family).noneMatch(ProcessHandle::isAlive);
    } finally {
      rehearsal.destroyForcibly();
    }
    for (int port : ports(said)) {
      assertThatThrownBy(() -> new Socket(InetAddress.getLoopbackAddress(), port).close())
          .as("port " + port)
          .isInstanceOf(ConnectException.class);
    }
    assertThat(folder.resolve("day")).isEmptyDirectory();
    assertThat(folder.resolve("report.html")).doesNotExist();
  }

  @Test
  void saysWhatItNeedsOutsideAWorkingTree() throws IOException, InterruptedException {
    Process rehearsal = start("--root", folder.toString());
    String said = new String(rehearsal.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(rehearsal.waitFor()).isEqualTo(1);
    assertThat(said).contains("rehearse in a working tree of KoaLens, or name it with --root");
  }

  private Process start(String... more) throws IOException {
    var command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-Djava.io.tmpdir=" + Files.createDirectories(folder.resolve("day")),
                "-cp",
                System.getProperty("java.class.path"),
                Main.class.getName(),
                "rehearse",
                "--short",
                "--report",
                folder.resolve("report.html").toString()));
    command.addAll(more.length == 0 ? List.of("--root", ROOT.toString()) : List.of(more));
    return new ProcessBuilder(command).redirectErrorStream(true).start();
  }

  private static void readUntil(Scanner lines, List<String> said, String part) {
    while (lines.hasNextLine()) {
      String line = lines.nextLine();
      said.add(line);
      if (line.contains(part)) {
        return;
      }
    }
    throw new AssertionError("it ended before it said '" + part + "': " + String.join("\n", said));
  }

  private static int interrupt(Process process) throws IOException, InterruptedException {
    return new ProcessBuilder("kill", "-INT", String.valueOf(process.pid())).start().waitFor();
  }

  private static List<Integer> ports(List<String> said) {
    return said.stream()
        .limit(5)
        .flatMap(line -> PORT.matcher(line).results())
        .map(found -> Integer.parseInt(found.group(1)))
        .toList();
  }
}
