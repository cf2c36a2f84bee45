package koalens.server.api;

import io.helidon.http.HeaderNames;
import io.helidon.http.HeaderValues;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CancellationException;
import java.util.function.Function;
import koalens.backend.analysis.Analysis;
import koalens.backend.analysis.AnalysisJson;
import koalens.backend.analysis.AnalysisRequest;
import koalens.backend.analysis.LedgerException;
import koalens.backend.analysis.MediaAnalysis;
import koalens.backend.analysis.MediaProgress;
import koalens.backend.analysis.MediaRequest;
import koalens.backend.analysis.MediaRequest.Medium;
import koalens.backend.analysis.ReadingQueueFull;
import koalens.backend.people.Person;
import koalens.backend.reading.UnusableMedia;
import koalens.engine.verdict.LabelOptions;
import koalens.engine.verdict.Policy;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// `POST /analyze-image` and `POST /analyze-video`: answers when all is done, or with events on the
/// way when the caller accepts `text/event-stream`.
final class AnalyzeMedia implements Endpoint {
  private static final Logger LOG = LoggerFactory.getLogger(AnalyzeMedia.class);

  private final MediaAnalysis analysis;
  private final List<String> providers;
  private final BodyReader bodies;
  private final Languages languages;
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
      List<String> providers,
      BodyReader bodies,
      Languages languages,
      Metrics metrics,
      Kind kind) {
    this.analysis = analysis;
    this.providers = List.copyOf(providers);
    this.bodies = bodies;
    this.languages = languages;
    this.metrics = metrics;
    this.kind = kind;
  }

  @Override
  public Answer answer(Call call) {
    MediaRequest request = request(call);
    return call.header(HeaderNames.ACCEPT).orElse("").contains(MediaEvents.TYPE)
        ? Answer.streaming(
                MediaEvents.TYPE, new MediaEvents(heard -> settled(request, heard))::writeTo)
            .with(HeaderValues.create(HeaderNames.CACHE_CONTROL, "no-store"))
        : settled(request, MediaProgress.NONE);
  }

  /// The analysis that the call asks for, without events on the way.
  ///
  /// @throws ProblemException when the medium cannot be read
  Analysis analyze(Call call) {
    try {
      Analysis answer =
          analysis.analyze(request(call), MediaProgress.NONE, AttendedConnections.current());
      metrics.countAnalysis(answer.status());
      return answer;
    } catch (UnusableMedia e) {
      throw problem(e).exception();
    } catch (ReadingQueueFull e) {
      throw Problem.of(Problem.Kind.OVERLOADED, "too many photos and films wait to be read")
          .exception();
    } catch (CancellationException e) {
      throw Problem.of(Problem.Kind.UNAVAILABLE, "the reading was cancelled").exception();
    }
  }

  private MediaRequest request(Call call) {
    AnalyzeMediaBody body = AnalyzeMediaBody.read(call, bodies, kind.formField(), kind.jsonField());
    body.field("userId").ifPresent(AnalyzeText::requireUserId);
    return new MediaRequest(
        kind.medium().apply(body.medium()),
        body.field("userId"),
        language(body, call),
        new LabelOptions(
            body.field("language").map(languages::requireKnown),
            body.field("policy").map(AnalyzeText::policy).orElse(Policy.STRICT)),
        body.field("provider").map(this::provider),
        call.requestId(),
        call.caller().findPerson().map(Person::id));
  }

  private String provider(String name) {
    String known = name.toLowerCase(Locale.ROOT);
    if (!providers.contains(known)) {
      throw Problem.inField("provider", "provider must be " + String.join(" or ", providers))
          .exception();
    }
    return known;
  }

  private String language(AnalyzeMediaBody body, Call call) {
    return body.field("language")
        .map(languages::requireKnown)
        .filter(languages::isSpoken)
        .or(() -> call.header(HeaderNames.ACCEPT_LANGUAGE).flatMap(languages::preferred))
        .orElse(AnalysisRequest.AS_DETECTED);
  }

  /// The answer, a problem's too: once events flow, a problem is one of them.
  private Answer settled(MediaRequest request, MediaProgress progress) {
    try {
      Analysis answer = analysis.analyze(request, progress, AttendedConnections.current());
      metrics.countAnalysis(answer.status());
      return Answer.json(AnalysisJson.answer(answer));
    } catch (UnusableMedia e) {
      return problem(e).answer(request.requestId());
    } catch (ReadingQueueFull e) {
      return Problem.of(Problem.Kind.OVERLOADED, "too many photos and films wait to be read")
          .answer(request.requestId())
          .with(HeaderValues.create(HeaderNames.RETRY_AFTER, e.seconds()));
    } catch (CancellationException e) {
      return Problem.of(Problem.Kind.UNAVAILABLE, "the reading was cancelled")
          .answer(request.requestId());
    } catch (LedgerException e) {
      LOG.atError().addKeyValue("requestId", request.requestId()).setCause(e).log("not kept");
      return Problem.of(Problem.Kind.UNAVAILABLE, "the analysis could not be kept")
          .answer(request.requestId());
    } catch (RuntimeException | Error e) {
      // An error too: a native library that is missing must not leave a caller waiting.
      LOG.atError().addKeyValue("requestId", request.requestId()).setCause(e).log("failed");
      return Problem.of(Problem.Kind.INTERNAL, "the failure is logged under the request id")
          .answer(request.requestId());
    }
  }

  private Problem problem(UnusableMedia media) {
    return switch (media.fault()) {
      case UNSUPPORTED -> Problem.of(Problem.Kind.UNSUPPORTED_MEDIA_TYPE, media.detail());
      case TOO_LARGE -> Problem.of(Problem.Kind.TOO_LARGE, media.detail());
      case EMPTY, DAMAGED, NO_PICTURE -> Problem.inField(kind.formField(), media.detail());
    };
  }
}
