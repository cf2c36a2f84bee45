package koalens.operations.release;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// Looks for migrations that the version before could not live with: while a release is put to
/// work, and after a roll-back, the old version runs on the new schema. Statement by statement it
/// lets through the few forms that only add, and nothing else.
final class MigrationCheck {
  private static final Pattern LITERAL_OR_COMMENT =
      Pattern.compile("'(?:[^']|'')*'|--[^\\n]*|/\\*.*?\\*/", Pattern.DOTALL);
  private static final Pattern STATEMENT = Pattern.compile("[^\\s;][^;]*");
  // No unique index: it may refuse what the old version writes.
  private static final Pattern CREATES =
      Pattern.compile("(create (table|index|view|sequence)|comment on|insert into) .*");
  private static final Pattern ALTERS =
      Pattern.compile("alter table (if exists )?(only )?\\S+ (.+)");
  private static final Pattern COMMA = Pattern.compile(",(?![^(]*\\))");
  private static final Pattern ADDS_COLUMN =
      Pattern.compile("add (column )?(?!(constraint|unique|primary|foreign|check|exclude)\\b).+");

  private MigrationCheck() {}

  /// What does not only add, as `file:line: what`.
  static List<String> faults(Path folder) {
    if (!Files.isDirectory(folder)) {
      return List.of(folder + " is not there: where are the migrations?");
    }
    try (Stream<Path> files = Files.walk(folder)) {
      return files
          .filter(file -> file.toString().endsWith(".sql"))
          .sorted()
          .flatMap(MigrationCheck::faultsOf)
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException("the migrations cannot be read", e);
    }
  }

  private static Stream<String> faultsOf(Path file) {
    String text = LITERAL_OR_COMMENT.matcher(read(file)).replaceAll(MigrationCheck::blank);
    return STATEMENT
        .matcher(text)
        .results()
        .filter(statement -> !onlyAdds(statement.group()))
        .map(statement ->
            "%s:%d: does not only add: the version before could not run on it"
                .formatted(file.getFileName(), line(text, statement.start())));
  }

  // As long and with as many lines as before, so that places stay where they are.
  private static String blank(MatchResult found) {
    return found.group().replaceAll("[^\\n]", found.group().startsWith("'") ? "'" : " ");
  }

  private static long line(String text, int place) {
    return 1 + text.substring(0, place).chars().filter(letter -> letter == '\n').count();
  }

  private static boolean onlyAdds(String written) {
    String statement = written.strip().replaceAll("\\s+", " ").toLowerCase(Locale.ROOT);
    var alters = ALTERS.matcher(statement);
    return alters.matches()
        ? COMMA.splitAsStream(alters.group(3)).allMatch(action -> addsColumn(action.strip()))
        : CREATES.matcher(statement).matches();
  }

  // The old version gives a new column no value.
  private static boolean addsColumn(String action) {
    boolean required = action.contains("not null") || action.contains("primary key");
    return ADDS_COLUMN.matcher(action).matches() && (!required || action.contains(" default "));
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(file + " cannot be read", e);
    }
  }
}
