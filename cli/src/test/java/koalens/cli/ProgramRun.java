package koalens.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// What a command came to that ran in a process of its own, as a person or a script runs it.
///
/// @param code its exit code
/// @param out what it printed
/// @param err what it complained about
record ProgramRun(int code, String out, String err) {

  /// Runs `koalens` with the arguments to its end.
  ///
  /// @param settings its environment besides what this process has
  static ProgramRun of(Map<String, String> settings, String... arguments)
      throws IOException, InterruptedException {
    Path out = Files.createTempFile("koalens", ".out");
    Path err = Files.createTempFile("koalens", ".err");
    try {
      var builder = new ProcessBuilder(command(arguments));
      builder.environment().putAll(settings);
      builder.redirectOutput(out.toFile()).redirectError(err.toFile());
      int code = builder.start().waitFor();
      return new ProgramRun(
          code,
          Files.readString(out, StandardCharsets.UTF_8),
          Files.readString(err, StandardCharsets.UTF_8));
    } finally {
      Files.delete(out);
      Files.delete(err);
    }
  }

  /// How this build's `koalens` is started.
  static List<String> command(String... arguments) {
    var command = new ArrayList<String>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1"));
    command.addAll(List.of("--enable-native-access=ALL-UNNAMED", "-Dfile.encoding=UTF-8", "-cp"));
    command.add(
        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")));
    command.add("koalens.cli.Main");
    command.addAll(List.of(arguments));
    return command;
  }
}
