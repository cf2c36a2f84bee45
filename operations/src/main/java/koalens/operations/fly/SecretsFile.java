package koalens.operations.fly;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A file of secrets, `NAME=value` a line, on its way to `fly secrets import`. Immutable.
///
/// What `import` does to unquoted values is why each is quoted here: it cuts at a `#`, and takes
/// inner quotes as they are.
public final class SecretsFile {
  private static final Pattern LINE =
      Pattern.compile("(?:export\\s+)?([A-Za-z_][A-Za-z0-9_]*)=(.*)");
  private static final Pattern COMMENT = Pattern.compile("\\s#");
  private static final String PLACEHOLDER = "…";
  private static final String THREE_QUOTES = "\"\"\"";

  private final Map<String, String> values;

  private SecretsFile(Map<String, String> values) {
    this.values = Map.copyOf(values);
  }

  /// Reads the text of a file. Quotes around a value are taken off; empty lines and lines that
  /// begin with `#` say nothing.
  ///
  /// @throws FlyFailure when a line cannot be used; the message has its number, never its value
  public static SecretsFile parse(String name, String text) {
    var values = new LinkedHashMap<String, String>();
    int number = 0;
    for (String line : text.split("\\R", -1)) {
      number++;
      if (!line.isBlank() && !line.strip().startsWith("#")) {
        put(values, name + ":" + number, line.strip());
      }
    }
    if (values.isEmpty()) {
      throw new FlyFailure(name + ": holds no secret");
    }
    return new SecretsFile(values);
  }

  private static void put(Map<String, String> values, String place, String line) {
    Matcher parts = LINE.matcher(line);
    if (!parts.matches()) {
      throw new FlyFailure(place + ": wants NAME=value");
    }
    String name = parts.group(1);
    String value = unquoted(parts.group(2).strip());
    if (isOpen(parts.group(2).strip())) {
      throw new FlyFailure(
          place
              + ": "
              + name
              + " begins or ends with a quote that has no partner: if it is meant, put the whole"
              + " value into the other kind of quotes");
    }
    if (value.isEmpty()) {
      throw new FlyFailure(place + ": " + name + " has no value");
    }
    if (value.contains(PLACEHOLDER)) {
      throw new FlyFailure(
          place + ": " + name + " still has the … of the example: fill it in, or remove the line");
    }
    if (value.equals(parts.group(2).strip()) && COMMENT.matcher(value).find()) {
      throw new FlyFailure(
          place
              + ": "
              + name
              + " has a # behind a space: put the note on a line of its own, or the whole value"
              + " into quotes if # belongs to it");
    }
    if (value.contains(THREE_QUOTES)) {
      throw new FlyFailure(place + ": " + name + " holds three quotes, which fly cannot take");
    }
    if (values.putIfAbsent(name, value) != null) {
      throw new FlyFailure(place + ": " + name + " is there twice");
    }
  }

  private static String unquoted(String text) {
    boolean quoted =
        text.length() >= 2
            && (text.charAt(0) == '"' || text.charAt(0) == '\'')
            && text.charAt(text.length() - 1) == text.charAt(0);
    return quoted ? text.substring(1, text.length() - 1) : text;
  }

  // Half a pair of quotes: whoever wrote it did not mean it to be part of the value.
  private static boolean isOpen(String text) {
    String inner = unquoted(text);
    return inner.equals(text)
        && (text.startsWith("\"") || text.endsWith("\"") || text.startsWith("'"));
  }

  /// The names, without values.
  public Set<String> names() {
    return new TreeSet<>(values.keySet());
  }

  /// The text that `fly secrets import` turns into exactly these values.
  String importText() {
    var text = new StringBuilder();
    for (String name : names()) {
      text.append(name).append("=\"").append(values.get(name)).append("\"\n");
    }
    return text.toString();
  }

  /// Gives them to an app.
  public FlyRun push(Fly fly, String app) throws InterruptedException {
    return fly.importSecrets(app, importText());
  }

  @Override
  public String toString() {
    return "SecretsFile" + names();
  }
}
