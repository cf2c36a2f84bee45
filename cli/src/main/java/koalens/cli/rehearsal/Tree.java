package koalens.cli.rehearsal;

import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/// A working tree of the rehearsal's own, with what a deployment reads of the real one: whatever is
/// committed there stays there.
record Tree(Path folder, Programs programs) {
  private static final List<String> COPIED =
      List.of("Dockerfile", "deploy", "backend/src/main/resources/db");
  private static final Map<String, String> NOBODYS =
      Map.of("GIT_CONFIG_GLOBAL", "/dev/null", "GIT_CONFIG_NOSYSTEM", "1");

  /// A tree with one commit.
  ///
  /// @param root the real working tree
  static Tree copy(Path root, Path folder, Programs programs)
      throws IOException, InterruptedException {
    for (String part : COPIED) {
      copy(root, root.resolve(part), folder);
    }
    Files.writeString(folder.resolve(".gitignore"), ".koalens/\n.secrets.*\n");
    var tree = new Tree(folder, programs);
    tree.git("init", "--quiet", "--initial-branch=main");
    tree.commit("A good version");
    return tree;
  }

  private static void copy(Path root, Path part, Path folder) throws IOException {
    if (!Files.exists(part)) {
      throw new IOException(
          "%s is not there: rehearse in a working tree of KoaLens, or name it with --root"
              .formatted(part));
    }
    try (Stream<Path> files = Files.walk(part)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        Path to = folder.resolve(root.relativize(file).toString());
        Files.createDirectories(to.resolveSibling("."));
        Files.copy(file, to);
      }
    }
  }

  /// Changes a file and commits that.
  ///
  /// @return the new commit
  String change(String file, String from, String to, String message)
      throws IOException, InterruptedException {
    Path there = folder.resolve(file);
    String text = Files.readString(there);
    if (!text.contains(from)) {
      throw new IllegalStateException(file + " has no '" + from + "' to change");
    }
    Files.writeString(there, text.replace(from, to));
    return commit(message);
  }

  private String commit(String message) throws IOException, InterruptedException {
    git("add", "--all");
    git(
        "-c",
        "user.name=Rehearsal",
        "-c",
        "user.email=rehearsal@koalens.invalid",
        "commit",
        "--quiet",
        "--message",
        message);
    return head();
  }

  String head() throws IOException, InterruptedException {
    return git("rev-parse", "HEAD").strip();
  }

  private String git(String... arguments) throws IOException, InterruptedException {
    List<String> command = Stream.concat(Stream.of("git"), Stream.of(arguments)).toList();
    Process process = programs.start(folder, NOBODYS, Redirect.PIPE, command);
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    if (process.waitFor() != 0) {
      throw new IllegalStateException("git " + arguments[0] + " failed: " + said.strip());
    }
    return said;
  }
}
