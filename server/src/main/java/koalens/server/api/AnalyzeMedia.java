package koalens.server.api;

import io.helidon.http.HeaderNames;
import io.helidon.http.HeaderValues;
import java.util.function.Function;
import koalens.backend.analysis.Analysis;
import koalens.backend.analysis.AnalysisJson;
import koalens.backend.analysis.MediaAnalysis;
import koalens.backend.analysis.MediaProgress;
import koalens.backend.analysis.MediaRequest;
import koalens.backend.analysis.MediaRequest.Medium;
import koalens.backend.people.Person;
import koalens.backend.reading.UnusableMedia;

/// `POST /analyze-image` and `POST /analyze-video`: answers when all is done, or with events on the
/// way when the caller accepts `text/event-stream`.
final class AnalyzeMedia implements Endpoint {
  private final MediaAnalysis analysis;
  private final MediaMemory memory;
  private final BodyReader bodies;
  private final AnalysisFields fields;
  private final Metrics metrics;
  private final Kind kind;

  /// What a route takes.
  ///
  /// @param formField the form's field with the file
  /// @param jsonField the JSON object's field with the base64 text
  /// @param medium makes the medium of its bytes
  record Kind(String formField, String jsonField, Function<byte[], Medium> medium) {
    static final Kind PHOTO = new Kind("image", "image", MediaRequest.Photo::new);
    static final Kind FILM = new Kind("video", "base64Data", MediaRequest.Film::new);
  }

  AnalyzeMedia(
      MediaAnalysis analysis,
      MediaMemory memory,
      BodyReader bodies,
      AnalysisFields fields,
      Metrics metrics,
      Kind kind) {
    this.analysis = analysis;
    this.memory = memory;
    this.bodies = bodies;
    this.fields = fields;
    this.metrics = metrics;
    this.kind = kind;
  }

  @Override
  public Answer answer(Call call) {
    return call.header(HeaderNames.ACCEPT).orElse("").contains(MediaEvents.TYPE)
        ? streamed(call)
        : Answer.json(AnalysisJson.answer(analyze(call)));
  }

  /// The analysis that the call asks for, without events on the way.
  Analysis analyze(Call call) {
    try (var _ = memory.hold(call)) {
      return analyze(asked(call), MediaProgress.NONE);
    }
  }

  private Answer streamed(Call call) {
    MediaMemory.Held held = memory.hold(call);
    Asked asked;
    try {
      asked = asked(call);
    } catch (RuntimeException | Error e) {
      held.close();
      throw e;
    }
    return Answer.streaming(
            MediaEvents.TYPE, new MediaEvents(heard -> settled(asked, heard))::writeTo)
        .with(HeaderValues.create(HeaderNames.CACHE_CONTROL, "no-store"))
        .whenSettled(_ -> held.close());
  }

  private record Asked(MediaRequest request, String field) {}

  private Analysis analyze(Asked asked, MediaProgress progress) {
    try {
      Analysis answer = analysis.analyze(asked.request(), progress, AttendedConnections.current());
      metrics.countAnalysis(answer.status());
      return answer;
    } catch (UnusableMedia e) {
      throw problem(e, asked.field()).exception();
    }
  }

  // Once events flow, a problem is one of them.
  private Answer settled(Asked asked, MediaProgress progress) {
    try {
      return Answer.json(AnalysisJson.answer(analyze(asked, progress)));
    } catch (RuntimeException e) {
      String id = asked.request().requestId();
      return Failures.problem(e, id).answer(id);
    } catch (Error e) {
      // A native library that is missing must not leave a caller waiting for the next event.
      String id = asked.request().requestId();
      return Failures.problem(new IllegalStateException("the reader failed", e), id).answer(id);
    }
  }

  private Asked asked(Call call) {
    AnalyzeMediaBody body = AnalyzeMediaBody.read(call, bodies, kind.formField(), kind.jsonField());
    var request =
        new MediaRequest(
            kind.medium().apply(body.medium()),
            fields.userId(body.field("userId")),
            fields.language(body.field("language"), call),
            fields.options(body.field("language"), body.field("policy")),
            fields.provider(body.field("provider")),
            call.requestId(),
            call.caller().findPerson().map(Person::id));
    return new Asked(request, body.mediumField());
  }

  private static Problem problem(UnusableMedia media, String field) {
    return switch (media.fault()) {
      case UNSUPPORTED -> Problem.of(Problem.Kind.UNSUPPORTED_MEDIA_TYPE, media.detail());
      case TOO_LARGE -> Problem.of(Problem.Kind.TOO_LARGE, media.detail());
      case EMPTY, DAMAGED, NO_PICTURE -> Problem.inField(field, media.detail());
    };
  }
}
