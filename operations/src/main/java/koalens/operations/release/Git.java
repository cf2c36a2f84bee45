package koalens.operations.release;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/// A working tree, asked through the `git` command.
record Git(Path root) {

  /// Files that are changed or not known to git; empty for a clean tree.
  List<String> changes() {
    return lines("status", "--porcelain");
  }

  /// The commit that is checked out, whole.
  String commit() {
    List<String> lines = lines("rev-parse", "HEAD");
    if (lines.isEmpty()) {
      throw new IllegalStateException(root + " is no git working tree with a commit");
    }
    return lines.getFirst();
  }

  private List<String> lines(String... arguments) {
    try {
      List<String> command =
          Stream.concat(Stream.of("git", "-C", root.toString()), Stream.of(arguments)).toList();
      Process process =
          new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD).start();
      String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      if (process.waitFor() != 0) {
        throw new IllegalStateException(root + " is no git working tree with a commit");
      }
      return out.lines().toList();
    } catch (IOException e) {
      throw new IllegalStateException("git cannot be run: install it", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while asking git", e);
    }
  }
}
