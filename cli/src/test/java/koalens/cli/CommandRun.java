package koalens.cli;

import java.io.PrintWriter;
import java.io.StringWriter;

/// What came of a command that was typed, run in this process.
///
/// @param code its exit code
/// @param out what it printed
/// @param err what it complained of
record CommandRun(int code, String out, String err) {
  /// Runs it to its end.
  static CommandRun run(String... arguments) {
    var out = new StringWriter();
    var err = new StringWriter();
    int code =
        Main.commandLine(arguments)
            .setOut(new PrintWriter(out))
            .setErr(new PrintWriter(err))
            .execute(arguments);
    return new CommandRun(code, out.toString(), err.toString());
  }
}
