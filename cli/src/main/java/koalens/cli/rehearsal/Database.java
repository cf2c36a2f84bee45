package koalens.cli.rehearsal;

import java.io.File;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Scanner;

/// The databases of a rehearsal: a real PostgreSQL where the tests' own is at hand, else files of
/// SQLite.
///
/// The tests' PostgreSQL is no part of what is shipped (decision 70): the build lays it beside the
/// command line's libraries, and it runs as a program of its own, which ends when its standard
/// input does.
///
/// @param kind what it is, in words
/// @param staging where staging's is, for `DATABASE_URL`
/// @param production where production's is
record Database(String kind, String staging, String production) {
  private static final String PROGRAM = "koalens.testing.PostgresProgram";

  /// Starts one, or says why there is none.
  static Database start(Path root, Path folder, Programs programs) throws IOException {
    Files.createDirectories(folder);
    String own = Programs.classPath();
    String classPath = own + File.pathSeparator + root.resolve("cli/target/testing") + "/*";
    List<String> command =
        List.of(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-XX:TieredStopAtLevel=1",
            "-cp",
            classPath,
            PROGRAM,
            "2");
    Process process = programs.start(folder, Map.of(), Redirect.PIPE, command);
    var lines = new Scanner(process.getInputStream(), StandardCharsets.UTF_8);
    String first = nextAddress(lines);
    String second = nextAddress(lines);
    return second.isEmpty()
        ? files(folder)
        : new Database("PostgreSQL, port " + URI.create(first).getPort(), first, second);
  }

  private static String nextAddress(Scanner lines) {
    while (lines.hasNextLine()) {
      String line = lines.nextLine();
      if (line.startsWith("postgres://")) {
        return line;
      }
    }
    return "";
  }

  private static Database files(Path folder) {
    return new Database(
        "SQLite, since the tests' PostgreSQL is not at hand",
        "sqlite:" + folder.resolve("staging.db"),
        "sqlite:" + folder.resolve("production.db"));
  }
}
