package koalens.operations.alerting;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Assumptions;

/// Runs the checkers that come with the monitoring programs, where they are installed.
record Tool(List<String> command, int exitCode, String output) {

  static Tool run(Path folder, String... command) throws IOException, InterruptedException {
    Assumptions.assumeTrue(
        isInstalled(command[0]), command[0] + " is not installed: apt install prometheus …");
    Process process =
        new ProcessBuilder(command).directory(folder.toFile()).redirectErrorStream(true).start();
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    return new Tool(List.of(command), process.waitFor(), output);
  }

  static boolean isInstalled(String program) {
    return Arrays.stream(System.getenv("PATH").split(File.pathSeparator))
        .anyMatch(folder -> Files.isExecutable(Path.of(folder, program)));
  }

  static void make(AlertFile file, Path folder) throws IOException {
    for (var made : file.generate().entrySet()) {
      Files.writeString(folder.resolve(made.getKey()), made.getValue());
    }
  }

  void requireSuccess() {
    assertThat(exitCode).as(String.join(" ", command) + "\n" + output).isZero();
  }
}
