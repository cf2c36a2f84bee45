package koalens.cli.rehearsal;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/// A staging day, scene by scene; a scene that goes otherwise than expected ends it. Closing it,
/// also from another thread, ends every process that it started.
public final class Rehearsal implements AutoCloseable {
  private final Plan plan;
  private final Consumer<String> progress;
  private final Programs programs = new Programs();

  /// A rehearsal that has not begun.
  ///
  /// @param progress told what happens, a line at a time
  public Rehearsal(Plan plan, Consumer<String> progress) {
    this.plan = plan;
    this.progress = progress;
  }

  /// Plays it.
  ///
  /// @return the scenes that were played; the last is the one that went otherwise, if one did
  /// @throws IOException when the day cannot even begin
  public List<Scene> play() throws IOException, InterruptedException {
    progress.accept("setting the stage in " + plan.folder());
    try (House house = House.open(plan, programs)) {
      progress.accept("  database: " + house.database().kind());
      progress.accept("  staging: " + house.staging().gateway().address());
      var scenes = new ArrayList<Scene>();
      for (Script script : new StagingDay(house).scripts()) {
        Scene scene = play(script, scenes.size() + 1);
        scenes.add(scene);
        if (scene.outcome() == Scene.Outcome.OTHERWISE) {
          break;
        }
      }
      return scenes;
    }
  }

  private Scene play(Script script, int number) throws IOException, InterruptedException {
    progress.accept("");
    progress.accept("%d. %s".formatted(number, script.title()));
    var transcript = new ArrayList<String>();
    long began = System.nanoTime();
    Finding finding =
        script
            .performance()
            .play(line -> {
              transcript.add(line);
              progress.accept("   " + line);
            });
    Duration took = Duration.ofNanos(System.nanoTime() - began);
    progress.accept(
        "   %s: %s (%d s)"
            .formatted(sign(finding.outcome()), finding.happened(), took.toSeconds()));
    return new Scene(
        script.title(), script.expected(), finding.happened(), finding.outcome(), took, transcript);
  }

  private static String sign(Scene.Outcome outcome) {
    return switch (outcome) {
      case AS_EXPECTED -> "as expected";
      case OTHERWISE -> "OTHERWISE THAN EXPECTED";
      case LEFT_OUT -> "left out";
    };
  }

  @Override
  public void close() {
    programs.close();
  }
}
