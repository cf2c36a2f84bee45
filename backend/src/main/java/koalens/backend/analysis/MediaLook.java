package koalens.backend.analysis;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import koalens.backend.analysis.advice.Advice;
import koalens.backend.analysis.advice.Label;
import koalens.backend.analysis.advice.Pictures;
import koalens.backend.analysis.advice.Transcript;
import koalens.backend.provider.Media;
import koalens.backend.reading.SeenMedium;
import koalens.backend.reading.SeenPicture;
import koalens.engine.verdict.Judgement;
import koalens.engine.verdict.Opinions;
import org.jspecify.annotations.Nullable;

/// A photo or film on its way to an answer: read here, and meanwhile shown to a provider where one
/// is to be asked. Used once, by the thread that reads; closing gives the provider up.
final class MediaLook implements AutoCloseable {
  private static final String JPEG = "image/jpeg";

  private final MediaJudging judging;
  private final MediaRequest request;
  private final String id;
  private final int longestSide;
  private final CompletableFuture<AnalysisRequest.Read> read = new CompletableFuture<>();
  private @Nullable FutureTask<Advice> consulting;
  private @Nullable Thread consultant;

  /// @param longestSide of a picture that is shown, in pixels
  MediaLook(MediaJudging judging, MediaRequest request, Instant at, int longestSide) {
    this.judging = judging;
    this.request = request;
    this.id = AnalysisIds.next(at);
    this.longestSide = longestSide;
  }

  /// The analysis it becomes.
  String id() {
    return id;
  }

  MediaRequest request() {
    return request;
  }

  /// It was decoded: now a provider can be shown it.
  void sees(SeenMedium medium) {
    var task = new FutureTask<Advice>(() -> judging.advice(this, new ReadLabel(), medium));
    consulting = task;
    consultant = Thread.ofVirtual().name("second-look").start(task);
  }

  /// What a provider is shown: pictures drawn anew, without the place and time a camera writes
  /// beside them, and the film as it came.
  Pictures pictures(SeenMedium medium) {
    List<Media> pictures =
        medium.pictures().stream()
            .map((SeenPicture picture) -> Media.of(JPEG, picture.jpeg(longestSide)))
            .toList();
    return switch (request.medium()) {
      case MediaRequest.Photo _ -> new Pictures(pictures, Optional.empty());
      case MediaRequest.Film film ->
          new Pictures(pictures, Optional.of(Media.of(medium.mimeType(), film.bytes())));
    };
  }

  /// It was read here. What is to be said of it, once the provider has answered or its time is
  /// over.
  ///
  /// @throws CancellationException when the thread is interrupted meanwhile
  Advice concluded(AnalysisRequest.Read result) {
    read.complete(result);
    FutureTask<Advice> task = consulting;
    if (task == null) {
      throw new IllegalStateException("nothing was seen");
    }
    try {
      return task.get();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new CancellationException("the analysis was cancelled while a provider was asked");
    } catch (ExecutionException e) {
      throw new IllegalStateException("the consultation failed", e.getCause());
    }
  }

  @Override
  public void close() {
    read.cancel(false);
    Thread started = consultant;
    if (started != null) {
      // Nothing when it has ended.
      started.interrupt();
    }
  }

  /// The label, as soon as it is read here.
  private final class ReadLabel implements Label {
    @Override
    public Judgement known() {
      return under(Opinions.NONE);
    }

    @Override
    public Judgement under(Opinions opinions) {
      return judging.judge(read.join(), request.options(), opinions);
    }

    @Override
    public Judgement reread(Transcript transcript, Opinions opinions) {
      AnalysisRequest.Read second = judging.reread(read.join(), transcript, request.options());
      return judging.judge(second, request.options(), opinions);
    }
  }
}
