package koalens.operations.release;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// Looks for migrations that the version before could not live with: while a release is put to
/// work, and after a roll-back, the old version runs on the new schema.
final class MigrationCheck {
  private static final Pattern SHRINKS =
      Pattern.compile(
          "(?i)\\b(drop\\s+(table|column|view|schema)"
              + "|truncate\\b"
              + "|rename\\s+(to|column|table)"
              + "|alter\\s+column\\s+\\S+\\s+(set\\s+data\\s+)?type"
              + "|alter\\s+column\\s+\\S+\\s+set\\s+not\\s+null"
              + "|delete\\s+from)");
  private static final Pattern ADDS_REQUIRED =
      Pattern.compile("(?i)add\\s+column\\b(?!.*\\bdefault\\b).*\\bnot\\s+null");

  private MigrationCheck() {}

  /// What shrinks, as `file:line: what`.
  static List<String> faults(Path folder) {
    if (!Files.isDirectory(folder)) {
      return List.of(folder + " is not there: where are the migrations?");
    }
    try (Stream<Path> files = Files.walk(folder)) {
      return files
          .filter(file -> file.toString().endsWith(".sql"))
          .sorted()
          .flatMap(file -> faultsOf(file).stream())
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException("the migrations cannot be read", e);
    }
  }

  private static List<String> faultsOf(Path file) {
    var faults = new ArrayList<String>();
    int number = 0;
    for (String line : read(file)) {
      number++;
      String statement = line.replaceFirst("--.*", "");
      if (SHRINKS.matcher(statement).find() || ADDS_REQUIRED.matcher(statement).find()) {
        faults.add(
            "%s:%d: does not only add: the version before could not run on it"
                .formatted(file.getFileName(), number));
      }
    }
    return faults;
  }

  private static List<String> read(Path file) {
    try {
      return Files.readAllLines(file);
    } catch (IOException e) {
      throw new UncheckedIOException(file + " cannot be read", e);
    }
  }
}
