package koalens.cli.rehearsal;

import java.nio.file.Path;
import java.util.List;

/// How a rehearsal goes.
///
/// @param root the working tree of KoaLens that is rehearsed
/// @param folder where everything it makes lies; new and empty
/// @param command what runs `koalens`, before its arguments
/// @param analyses how many analyses the experiment gets
/// @param seed of all that is drawn
public record Plan(Path root, Path folder, List<String> command, int analyses, long seed) {
  /// Copies the list.
  public Plan {
    command = List.copyOf(command);
  }

  /// What runs `koalens` as this program was run.
  public static List<String> sameProgram() {
    return Programs.java(Programs.classPath(), koalens.cli.Main.class);
  }
}
