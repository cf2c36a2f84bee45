package koalens.operations.fly;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Scanner;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.stream.Stream;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The `fly` command, run as a child process. Its exit code is evidence, never the verdict.
///
/// Forms as in flyctl of 2026-08-21. Not thread-safe.
public final class Fly {
  private static final int KEPT_LINES = 40;
  private static final int STOPPED = 126;
  private static final JsonMapper JSON = new JsonMapper();

  private final String program;
  private final Duration timeout;
  private final Consumer<String> shown;

  /// @param program the command, `fly` or a path
  /// @param timeout the longest a run may take
  /// @param shown told each line that a run prints
  public Fly(String program, Duration timeout, Consumer<String> shown) {
    this.program = program;
    this.timeout = timeout;
    this.shown = shown;
  }

  /// Builds the image at Fly from the working tree and puts it to work.
  public FlyRun deploy(FlyConfig config, String commit) throws InterruptedException {
    return run(build(config, commit), "");
  }

  /// The tag of the image that is made from a commit.
  public static String label(String commit) {
    return "git-" + commit;
  }

  private static List<String> build(FlyConfig config, String commit) {
    return deployment(
        config,
        "--remote-only",
        "--image-label",
        label(commit),
        "--build-arg",
        "KOALENS_COMMIT=" + commit);
  }

  /// Puts an image that is there already to work. A roll-back leaves the database alone, so the
  /// release command is not run again.
  public FlyRun deployImage(FlyConfig config, String image, boolean rollBack)
      throws InterruptedException {
    String[] more =
        rollBack
            ? new String[] {"--image", image, "--strategy", "immediate", "--skip-release-command"}
            : new String[] {"--image", image};
    return run(deployment(config, more), "");
  }

  private static List<String> deployment(FlyConfig config, String... more) {
    return Stream.concat(
            Stream.of(
                "deploy",
                "--app",
                config.app(),
                "--config",
                config.file().toString(),
                "--yes",
                "--wait-timeout",
                "5m"),
            Stream.of(more))
        .toList();
  }

  /// The releases of an app, the newest first.
  ///
  /// @throws FlyFailure when fly does not say
  public List<FlyRelease> releases(String app) throws InterruptedException {
    JsonNode list = json(List.of("releases", "--app", app, "--image", "--json"));
    return list.valueStream()
        .map(one -> new FlyRelease(one.path("Version").asInt(), one.path("ImageRef").asString("")))
        .toList();
  }

  /// The names of the secrets that an app has, and whether its machines have them too.
  ///
  /// @throws FlyFailure when fly does not say
  public List<String> deployedSecrets(String app) throws InterruptedException {
    JsonNode list = json(List.of("secrets", "list", "--app", app, "--json"));
    return list.valueStream()
        .map(one -> text(one, "Name", "name"))
        .flatMap(Optional::stream)
        .toList();
  }

  private static Optional<String> text(JsonNode node, String... keys) {
    return Stream.of(keys)
        .map(node::path)
        .filter(JsonNode::isString)
        .map(JsonNode::stringValue)
        .findFirst();
  }

  /// Gives secrets to an app; its machines get them at the next deployment.
  ///
  /// @param text lines as `fly secrets import` reads them
  public FlyRun importSecrets(String app, String text) throws InterruptedException {
    return run(List.of("secrets", "import", "--stage", "--app", app), text);
  }

  private String line(List<String> arguments) {
    return program + " " + String.join(" ", arguments);
  }

  /// The command line of a deployment, for showing.
  public String deployLine(FlyConfig config, String commit) {
    return line(build(config, commit));
  }

  /// The command line that puts an image to work, for showing.
  public String imageLine(FlyConfig config, String image) {
    return line(deployment(config, "--image", image));
  }

  private JsonNode json(List<String> arguments) throws InterruptedException {
    FlyRun run = execute(arguments, "", Integer.MAX_VALUE, _ -> {});
    if (!run.saysOk()) {
      throw new FlyFailure(run.reason());
    }
    try {
      return JSON.readTree(String.join("\n", run.output()));
    } catch (JacksonException e) {
      throw new FlyFailure("`" + run.command() + "` did not print JSON");
    }
  }

  private FlyRun run(List<String> arguments, String input) throws InterruptedException {
    return execute(arguments, input, KEPT_LINES, shown);
  }

  private FlyRun execute(List<String> arguments, String input, int kept, Consumer<String> listener)
      throws InterruptedException {
    Process process = start(arguments);
    var output = new ArrayDeque<String>();
    try {
      Thread reader =
          Thread.ofVirtual().start(() -> read(process.getInputStream(), output, kept, listener));
      feed(process, input);
      boolean ended = process.waitFor(timeout.toMillis(), TimeUnit.MILLISECONDS);
      if (!ended) {
        stop(process);
      }
      reader.join(Duration.ofSeconds(2));
      synchronized (output) {
        int code = ended ? process.exitValue() : STOPPED;
        return new FlyRun(line(arguments), code, !ended, new ArrayList<>(output));
      }
    } finally {
      stop(process);
    }
  }

  private Process start(List<String> arguments) {
    try {
      List<String> command = Stream.concat(Stream.of(program), arguments.stream()).toList();
      return new ProcessBuilder(command).redirectErrorStream(true).start();
    } catch (IOException e) {
      throw new FlyFailure(
          program + " cannot be run: install flyctl (https://fly.io/docs/flyctl/install)");
    }
  }

  private static void feed(Process process, String input) {
    try (var out = process.getOutputStream()) {
      out.write(input.getBytes(StandardCharsets.UTF_8));
    } catch (IOException e) {
      // It ended without reading: its exit code tells.
    }
  }

  private static void read(
      InputStream in, ArrayDeque<String> output, int kept, Consumer<String> listener) {
    try (var lines = new Scanner(in, StandardCharsets.UTF_8)) {
      while (lines.hasNextLine()) {
        String line = lines.nextLine();
        listener.accept(line);
        synchronized (output) {
          output.add(line);
          if (output.size() > kept) {
            output.remove();
          }
        }
      }
    }
  }

  private static void stop(Process process) {
    process.descendants().forEach(ProcessHandle::destroy);
    process.destroy();
  }
}
