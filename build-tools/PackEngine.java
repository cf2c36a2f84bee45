import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.spi.ToolProvider;

/// Finishes the engine's jar: stores the names as they are, since they are packed already and
/// inflating them would take a third of the time until the engine is ready; then checks its size.
///
/// Arguments: the jar, the class folder, the greatest size in bytes.
final class PackEngine {
  private static final String NAMES = "koalens/knowledge/names.bin";

  private PackEngine() {}

  public static void main(String[] arguments) throws IOException {
    Path jar = Path.of(arguments[0]);
    ToolProvider tool = ToolProvider.findFirst("jar").orElseThrow();
    String[] update = {
      "--update", "--file", jar.toString(), "--no-compress", "-C", arguments[1], NAMES
    };
    if (tool.run(System.out, System.err, update) != 0) {
      System.exit(1);
    }
    long size = Files.size(jar);
    long greatest = Long.parseLong(arguments[2]);
    if (size >= greatest) {
      System.err.println(
          jar.getFileName() + " has " + size + " bytes; it must stay below " + greatest);
      System.exit(1);
    }
  }
}
