package koalens.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import koalens.backend.analysis.Analysis;
import koalens.backend.analysis.AnalysisRequest;
import koalens.backend.analysis.LabelAnalysis;
import koalens.backend.analysis.MediaAnalysis;
import koalens.backend.analysis.MediaProgress;
import koalens.backend.analysis.MediaRequest;
import koalens.backend.analysis.MediaRequest.Medium;
import koalens.backend.analysis.ReadMedia;
import koalens.backend.analysis.advice.Advisers;
import koalens.backend.configure.Application;
import koalens.backend.configure.Settings;
import koalens.backend.reading.UnusableMedia;
import koalens.engine.knowledge.Status;
import koalens.engine.verdict.JudgedIngredient;
import koalens.engine.verdict.Judgement;
import koalens.engine.verdict.LabelEngine;
import koalens.engine.verdict.LabelOptions;

/// Reads pictures of known text and compares, for `koalens eval --images`.
final class EvaluatePictures {
  private final LabelEngine engine;
  private final PrintWriter progress;

  EvaluatePictures(LabelEngine engine, PrintWriter progress) {
    this.engine = engine;
    this.progress = progress;
  }

  PictureEvaluation evaluate(Path folder, Settings settings) throws IOException {
    List<PictureSet.Item> items = PictureSet.read(folder);
    var read = new ArrayList<ReadPicture>();
    try (MediaAnalysis media = Application.media(settings, LabelAnalysis.unkept(engine), engine)) {
      for (PictureSet.Item item : items) {
        read.add(read(item, media));
        progress.printf("%d of %d: %s%n", read.size(), items.size(), item.file().getFileName());
      }
    }
    return new PictureEvaluation(read);
  }

  private ReadPicture read(PictureSet.Item item, MediaAnalysis media) throws IOException {
    byte[] bytes = Files.readAllBytes(item.file());
    Medium medium = item.film() ? new MediaRequest.Film(bytes) : new MediaRequest.Photo(bytes);
    var request =
        new MediaRequest(
            medium,
            Optional.empty(),
            AnalysisRequest.AS_DETECTED,
            LabelOptions.STANDARD,
            Optional.of(Advisers.LOCAL),
            "eval");
    long began = System.nanoTime();
    Optional<Analysis> analysis = analysis(request, media);
    long millis = (System.nanoTime() - began) / 1_000_000;
    return compared(item, analysis, millis);
  }

  // What cannot be read at all counts as read without a letter right.
  private static Optional<Analysis> analysis(MediaRequest request, MediaAnalysis media) {
    try {
      return Optional.of(media.analyze(request, MediaProgress.NONE));
    } catch (UnusableMedia e) {
      return Optional.empty();
    }
  }

  private ReadPicture compared(PictureSet.Item item, Optional<Analysis> analysis, long millis) {
    Optional<ReadMedia> read = analysis.flatMap(Analysis::media);
    String text = read.map(ReadMedia::text).orElse("");
    var match = new TextMatch(text);
    List<String> names = item.lists().stream().flatMap(this::names).distinct().toList();
    List<String> missed = names.stream().filter(name -> !match.nearlyHas(name)).toList();
    return new ReadPicture(
        item.file(),
        item.group(),
        judged(item.truth()).verdict().status(),
        analysis.map(Analysis::status).orElse(Status.UNKNOWN),
        item.lists().stream().mapToInt(TextMatch::length).sum(),
        item.lists().stream().mapToInt(match::errors).sum(),
        names.size(),
        (int) names.stream().filter(match::has).count(),
        names.size() - missed.size(),
        read.map(ReadMedia::framesUsed).orElse(0),
        millis,
        missed,
        text);
  }

  private Stream<String> names(String list) {
    return judged(list).contents().map(JudgedIngredient::name);
  }

  private Judgement judged(String text) {
    return engine.judgeText(text);
  }
}
