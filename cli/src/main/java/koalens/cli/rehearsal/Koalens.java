package koalens.cli.rehearsal;

import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Scanner;
import java.util.function.Consumer;
import java.util.stream.Stream;

/// The `koalens` command, run as a person or a machine would. Thread-safe.
///
/// @param programs where its processes belong
/// @param prefix what comes before the arguments
record Koalens(Programs programs, List<String> prefix) {

  Koalens {
    prefix = List.copyOf(prefix);
  }

  /// Starts it in the background.
  Process start(Path folder, Map<String, String> environment, Redirect output, String... arguments)
      throws IOException {
    List<String> command = Stream.concat(prefix.stream(), Stream.of(arguments)).toList();
    return programs.start(folder, environment, output, command);
  }

  /// Runs it to its end.
  ///
  /// @param listener told each line it prints
  /// @return what it exits with
  int run(
      Path folder,
      Map<String, String> environment,
      Consumer<String> listener,
      List<String> arguments)
      throws IOException, InterruptedException {
    Process process = start(folder, environment, Redirect.PIPE, arguments.toArray(String[]::new));
    process.getOutputStream().close();
    try (var lines = new Scanner(process.getInputStream(), StandardCharsets.UTF_8)) {
      while (lines.hasNextLine()) {
        listener.accept(lines.nextLine());
      }
    }
    return process.waitFor();
  }
}
