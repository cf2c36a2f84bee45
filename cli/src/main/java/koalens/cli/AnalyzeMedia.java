package koalens.cli;

import java.io.Console;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import koalens.backend.analysis.Analysis;
import koalens.backend.analysis.AnalysisJson;
import koalens.backend.analysis.MediaAnalysis;
import koalens.backend.analysis.MediaProgress;
import koalens.backend.analysis.MediaRequest;
import koalens.backend.analysis.MediaRequest.Medium;
import koalens.backend.analysis.ReadMedia;
import koalens.backend.reading.SeenPicture;
import koalens.backend.reading.UnusableMedia;
import koalens.engine.knowledge.Status;
import koalens.engine.verdict.LabelOptions;

/// Reads and judges photos and films one after the other for `koalens analyze`.
final class AnalyzeMedia {
  private final MediaAnalysis media;
  private final Options options;
  private final PrintWriter out;
  private final PrintWriter err;

  /// How to go about it.
  ///
  /// @param language of the reasons, or as detected
  /// @param label what is known of the label
  /// @param provider who must look at it too; empty where the settings decide
  /// @param largest most bytes of a file
  /// @param json whether the answer is printed as JSON, an object a line
  /// @param show where a picture with the lines boxed goes
  record Options(
      String language,
      LabelOptions label,
      Optional<String> provider,
      int largest,
      boolean json,
      Optional<Path> show) {}

  /// A file and what it is said to be.
  ///
  /// @param path where it is
  /// @param film whether it is a film
  record Source(Path path, boolean film) {
    Medium medium(byte[] bytes) {
      return film ? new MediaRequest.Film(bytes) : new MediaRequest.Photo(bytes);
    }
  }

  AnalyzeMedia(MediaAnalysis media, Options options, PrintWriter out, PrintWriter err) {
    this.media = media;
    this.options = options;
    this.out = out;
    this.err = err;
  }

  /// The exit code: of the gravest verdict among the files, or that one could not be read.
  int analyze(List<Source> sources) throws IOException {
    var statuses = new ArrayList<Status>();
    for (Source source : sources) {
      if (sources.size() > 1) {
        err.println(source.path() + ":");
      }
      analyze(source).ifPresent(statuses::add);
    }
    out.flush();
    return statuses.size() < sources.size()
        ? ExitCode.FAILED
        : statuses.stream().map(ExitCode::of).max(AnalyzeMedia::byGravity).orElse(ExitCode.FAILED);
  }

  // Non-vegan is certain, unknown is not; both outweigh the others.
  private static int byGravity(int one, int other) {
    List<Integer> order =
        List.of(
            ExitCode.of(Status.VEGAN),
            ExitCode.of(Status.MAYBE_VEGAN),
            ExitCode.of(Status.UNKNOWN),
            ExitCode.of(Status.NON_VEGAN));
    return Integer.compare(order.indexOf(one), order.indexOf(other));
  }

  private Optional<Status> analyze(Source source) throws IOException {
    var pictures = new ArrayList<SeenPicture>();
    var bar = new ReadingBar(err, isTerminal());
    MediaProgress progress =
        step -> {
          if (step instanceof MediaProgress.Step.Looking(var medium)) {
            pictures.addAll(medium.pictures());
          }
          bar.at(step);
        };
    try {
      var request =
          new MediaRequest(
              source.medium(bytes(source.path())),
              Optional.empty(),
              options.language(),
              options.label(),
              options.provider(),
              "cli");
      Analysis analysis = media.analyze(request, progress);
      print(analysis);
      show(analysis, pictures);
      return Optional.of(analysis.status());
    } catch (UnusableMedia e) {
      err.println(source.path() + ": " + e.detail());
      err.flush();
      return Optional.empty();
    }
  }

  private static boolean isTerminal() {
    return Optional.ofNullable(System.console()).filter(Console::isTerminal).isPresent();
  }

  private byte[] bytes(Path path) throws IOException {
    try (InputStream stream = Files.newInputStream(path)) {
      byte[] bytes = stream.readNBytes(options.largest() + 1);
      if (bytes.length > options.largest()) {
        throw new IllegalArgumentException(
            "%s is larger than %d bytes: send a smaller one, or set MAX_MEDIA_BYTES"
                .formatted(path, options.largest()));
      }
      return bytes;
    }
  }

  private void print(Analysis analysis) {
    if (options.json()) {
      out.println(new String(AnalysisJson.answer(analysis), StandardCharsets.UTF_8));
      return;
    }
    new AnalysisText(out).print(analysis);
    analysis.media().ifPresent(this::print);
  }

  private void print(ReadMedia read) {
    out.printf("%nread%s: %s%n", frames(read), read.text().strip());
    read.advice().forEach(advice -> out.println("  ! " + advice));
  }

  private static String frames(ReadMedia read) {
    return read.framesUsed() > 1 ? " in " + read.framesUsed() + " frames" : "";
  }

  private void show(Analysis analysis, List<SeenPicture> pictures) throws IOException {
    if (options.show().isPresent() && analysis.media().isPresent()) {
      ReadMedia read = analysis.media().get();
      BoxedPicture.write(pictures.get(read.frame()), analysis, read, options.show().get());
    }
  }
}
