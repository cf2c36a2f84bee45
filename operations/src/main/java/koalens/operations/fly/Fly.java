package koalens.operations.fly;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The `fly` command, run as a child process. Its exit code is evidence, never the verdict.
///
/// Forms as in flyctl of 2026-08-21. Not thread-safe.
public final class Fly {
  private static final JsonMapper JSON = new JsonMapper();

  private final FlyProcess process;
  private final Consumer<String> shown;

  /// @param program the command, `fly` or a path
  /// @param timeout the longest a run may take
  /// @param shown told each line that a run prints
  public Fly(String program, Duration timeout, Consumer<String> shown) {
    this.process = new FlyProcess(program, timeout);
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

  /// The names of the secrets that an app has. Its machines may get them at the next deployment
  /// only.
  ///
  /// @throws FlyFailure when fly does not say
  public List<String> secrets(String app) throws InterruptedException {
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

  /// The command line of a deployment, for showing.
  public String deployLine(FlyConfig config, String commit) {
    return process.line(build(config, commit));
  }

  /// The command line that puts an image to work, for showing.
  public String imageLine(FlyConfig config, String image) {
    return process.line(deployment(config, "--image", image));
  }

  private JsonNode json(List<String> arguments) throws InterruptedException {
    var printed = new StringBuilder();
    FlyRun run = process.ask(arguments, line -> printed.append(line).append('\n'));
    if (!run.saysOk()) {
      throw new FlyFailure(run.reason());
    }
    try {
      return JSON.readTree(printed.toString());
    } catch (JacksonException e) {
      throw new FlyFailure("`" + run.command() + "` did not print JSON");
    }
  }

  private FlyRun run(List<String> arguments, String input) throws InterruptedException {
    return process.run(arguments, input, shown);
  }
}
