package koalens.backend.configure;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// The file `.env`: lines such as `PORT=9000`, with `#` before comments and quotes where wanted.
final class EnvironmentFile {
  private EnvironmentFile() {}

  /// The environment, in development with the file's lines under it, with the defaults where
  /// neither says anything.
  ///
  /// @throws SettingsFault when the file cannot be read or names another environment
  static Map<String, String> under(
      Map<String, String> environment, Path file, Map<String, String> defaults) {
    var merged = new HashMap<String, String>();
    if (isDevelopment(environment) && Files.isRegularFile(file)) {
      merged.putAll(lines(file));
    }
    merged.putAll(environment);
    if (isDevelopment(environment) && !isDevelopment(merged)) {
      throw new SettingsFault(
          List.of(
              (word(merged, "APP_ENV").isEmpty() ? "NODE_ENV" : "APP_ENV")
                  + " in .env must be development, since .env is read in development only: set it"
                  + " in the environment"));
    }
    defaults.forEach(
        (name, value) -> merged.merge(name, value, (said, _) -> said.isBlank() ? value : said));
    return merged;
  }

  private static boolean isDevelopment(Map<String, String> environment) {
    String named = word(environment, "APP_ENV");
    String word = named.isEmpty() ? word(environment, "NODE_ENV") : named;
    return word.isEmpty() || word.equalsIgnoreCase("development");
  }

  private static String word(Map<String, String> environment, String name) {
    return environment.getOrDefault(name, "").strip();
  }

  private static Map<String, String> lines(Path file) {
    try {
      var values = new HashMap<String, String>();
      Files.readAllLines(file).forEach(line -> add(line.strip(), values));
      return values;
    } catch (IOException e) {
      throw new SettingsFault(List.of(".env cannot be read: make it a UTF-8 text file"));
    }
  }

  private static void add(String line, Map<String, String> values) {
    String assignment = line.startsWith("export ") ? line.substring(7) : line;
    int equals = assignment.indexOf('=');
    if (!line.startsWith("#") && equals > 0) {
      String value = unquoted(assignment.substring(equals + 1).strip());
      values.put(assignment.substring(0, equals).strip(), value);
    }
  }

  private static String unquoted(String value) {
    boolean quoted =
        value.length() > 1
            && (value.startsWith("\"") || value.startsWith("'"))
            && value.endsWith(value.substring(0, 1));
    return quoted ? value.substring(1, value.length() - 1) : value;
  }
}
