package koalens.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import koalens.cli.rehearsal.Plan;
import koalens.cli.rehearsal.Rehearsal;
import koalens.cli.rehearsal.RehearsalPage;
import koalens.cli.rehearsal.Scene;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/// `koalens rehearse`.
@Command(
    name = "rehearse",
    description = {
      "Plays a whole staging day on this machine, with nobody's account.",
      "",
      "Deploys a good version and a bad one (which is rolled back), splits analyses between the",
      "providers under load, lets the server die and the alert arrive, compares, and promotes:"
          + " with",
      "the commands a person types. The servers are real, and the database, and Prometheus,",
      "Alertmanager and the probe where they are installed. fly, Gemini and Claude are played by",
      "stand-ins. Takes minutes; on Ctrl-C everything it started ends.",
      "",
      "Needs a working tree of KoaLens, and git."
    },
    mixinStandardHelpOptions = true,
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {
      "0:everything went as expected, or could not be played here",
      "1:a scene went otherwise: it is the last one",
      "2:wrong usage"
    },
    footerHeading = "%nExamples:%n",
    footer = {"  koalens rehearse", "  koalens rehearse --short --report rehearsal.html"})
final class Rehearse implements Callable<Integer> {
  private static final int SHORT = 600;

  @Spec private CommandSpec spec = CommandSpec.create();

  @Option(
      names = "--root",
      paramLabel = "DIR",
      defaultValue = ".",
      description = "The working tree of KoaLens (${DEFAULT-VALUE}).")
  private Path root = Path.of(".");

  @Option(
      names = "--report",
      paramLabel = "FILE",
      defaultValue = ".koalens/rehearsal.html",
      description = "Where the report goes, as a page (${DEFAULT-VALUE}).")
  private Path report = Path.of(".koalens/rehearsal.html");

  @Option(
      names = "--analyses",
      paramLabel = "NUMBER",
      defaultValue = "4000",
      description = "How many analyses the experiment gets (${DEFAULT-VALUE}).")
  private int analyses;

  @Option(
      names = "--short",
      description = "Only 600 analyses: too few to decide, which is a scene of its own.")
  private boolean brief;

  @Option(
      names = "--seed",
      defaultValue = "1",
      description = "Of all that is drawn (${DEFAULT-VALUE}).")
  private long seed;

  @Option(
      names = "--image",
      paramLabel = "DIR",
      description = "Rehearse what deploy/image.sh laid out there, not the classes at hand.")
  private @Nullable Path image;

  @Option(
      names = "--keep",
      paramLabel = "DIR",
      description = "Work in this new folder and leave it: logs, records, configurations.")
  private @Nullable Path keep;

  @Override
  public Integer call() throws IOException, InterruptedException {
    Path folder = folder();
    try (var rehearsal = new Rehearsal(plan(folder), this::say)) {
      Thread hook =
          Thread.ofPlatform().name("rehearsal-stop").unstarted(() -> end(rehearsal, folder));
      Runtime.getRuntime().addShutdownHook(hook);
      long began = System.nanoTime();
      List<Scene> scenes = rehearsal.play();
      say("");
      return summary(scenes, Duration.ofNanos(System.nanoTime() - began));
    }
  }

  private Path folder() throws IOException {
    return keep == null
        ? Files.createTempDirectory("koalens-rehearsal")
        : Files.createDirectories(keep.toAbsolutePath());
  }

  private Plan plan(Path folder) throws IOException {
    List<String> command =
        image == null
            ? Plan.sameProgram()
            : List.of(image.toRealPath().resolve("bin/koalens").toString());
    return new Plan(root.toRealPath(), folder, command, brief ? SHORT : analyses, seed);
  }

  // However this program ends, nothing it started outlives it.
  private void end(Rehearsal rehearsal, Path folder) {
    rehearsal.close();
    if (keep == null) {
      delete(folder);
    }
  }

  private static void delete(Path folder) {
    try (Stream<Path> all = Files.walk(folder)) {
      for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
        Files.deleteIfExists(path);
      }
    } catch (IOException | java.io.UncheckedIOException e) {
      // A temporary folder: the system removes what is left.
    }
  }

  private int summary(List<Scene> scenes, Duration took) throws IOException {
    scenes.forEach(
        scene -> say("  %-12s %s: %s".formatted(word(scene), scene.title(), scene.happened())));
    boolean well = scenes.stream().noneMatch(scene -> scene.outcome() == Scene.Outcome.OTHERWISE);
    String heading =
        "%s, %d s: %s"
            .formatted(
                Instant.now().truncatedTo(ChronoUnit.SECONDS),
                took.toSeconds(),
                well ? "everything went as expected" : "a scene went otherwise than expected");
    Path parent = report.toAbsolutePath().getParent();
    if (parent != null) {
      Files.createDirectories(parent);
    }
    Files.writeString(report, RehearsalPage.of(heading, scenes));
    say(heading);
    say("report: " + report);
    return well ? ExitCode.DONE : ExitCode.FAILED;
  }

  private static String word(Scene scene) {
    return switch (scene.outcome()) {
      case AS_EXPECTED -> "as expected";
      case OTHERWISE -> "OTHERWISE";
      case LEFT_OUT -> "left out";
    };
  }

  private void say(String line) {
    PrintWriter out = spec.commandLine().getOut();
    out.println(line);
    out.flush();
  }
}
