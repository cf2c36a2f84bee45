import com.google.googlejavaformat.java.Formatter;
import com.google.googlejavaformat.java.FormatterException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/// Checks (`check`) or mends (`write`) the format of every Java file below the given folder. Exits
/// with 1 when `check` finds a file that `write` would change.
final class Format {
  public static void main(String[] arguments) throws IOException, FormatterException {
    var write = arguments[0].equals("write");
    var changed = new ArrayList<Path>();
    for (Path file : javaFiles(Path.of(arguments[1]))) {
      var source = Files.readString(file);
      var formatted = new Formatter().formatSourceAndFixImports(source);
      if (!formatted.equals(source)) {
        changed.add(file);
        if (write) {
          Files.writeString(file, formatted);
        }
      }
    }
    changed.forEach(file -> System.err.println((write ? "formatted " : "not formatted: ") + file));
    if (!write && !changed.isEmpty()) {
      System.err.println("Run `mvn -N initialize -Dformat=write` and commit the result.");
      System.exit(1);
    }
  }

  private static List<Path> javaFiles(Path root) throws IOException {
    try (Stream<Path> paths = Files.walk(root)) {
      return paths
          .filter(path -> path.toString().endsWith(".java"))
          .filter(path -> !path.toString().contains("/target/"))
          .filter(path -> !path.toString().contains("node_modules"))
          .sorted()
          .toList();
    }
  }
}
