package koalens.emulator.gemini;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import koalens.emulator.answer.AnswerModel;
import koalens.emulator.scenario.ErrorFault;
import koalens.emulator.scenario.Fate;
import koalens.emulator.scenario.Scenario;
import koalens.emulator.wire.Api;
import koalens.emulator.wire.FailedCall;
import koalens.emulator.wire.Json;
import koalens.emulator.wire.Reply;
import koalens.emulator.wire.Request;
import tools.jackson.databind.JsonNode;

/// Google's Gemini API. Thread-safe.
public final class GeminiApi implements Api {
  private static final int LARGEST = 20 << 20;
  private static final Pattern CALL = Pattern.compile("/v1(?:beta)?/models/([^/:]+):(\\w+)");
  private static final Pattern FILE = Pattern.compile("/v1(?:beta)?/(files/[^/:]+)");
  private static final Pattern MODEL = Pattern.compile("/v1(?:beta)?/models/([^/:]+)");

  private final Generation generation;
  private final Files files;
  private final Uploads uploads;

  /// The API in the world of a scenario.
  public GeminiApi(Scenario scenario) {
    this.files = new Files(scenario.fileProcessing());
    this.generation = new Generation(new AnswerModel(scenario), files);
    this.uploads = new Uploads(files, scenario.fileFaultRate());
  }

  @Override
  public int largestBody() {
    return LARGEST;
  }

  @Override
  public boolean isFated(Request request) {
    return CALL.matcher(request.path()).matches();
  }

  @Override
  public boolean breaksDown(Request request) {
    return Uploads.isUpload(request) || FILE.matcher(request.path()).matches();
  }

  @Override
  public Reply tooLarge(Request request) {
    return GeminiErrors.tooLarge();
  }

  /// The time to the first byte, or the deadline of the caller when that comes first.
  @Override
  public Duration latency(Request request, Fate fate) {
    return deadline(request)
        .filter(deadline -> deadline.compareTo(fate.latency()) < 0)
        .orElse(fate.latency());
  }

  private static Optional<Duration> deadline(Request request) {
    return request
        .header("x-server-timeout")
        .filter(seconds -> seconds.matches("\\d{1,6}"))
        .map(seconds -> Duration.ofSeconds(Long.parseLong(seconds)));
  }

  @Override
  public String requestId(Fate fate) {
    return Generation.responseId(fate);
  }

  @Override
  public Reply answer(Request request, Fate fate) {
    long duration = latency(request, fate).toMillis();
    return reply(request, fate).with("Server-Timing", "gfet4t7; dur=" + duration);
  }

  private Reply reply(Request request, Fate fate) {
    Matcher call = CALL.matcher(request.path());
    boolean streams = call.matches() && call.group(2).startsWith("stream");
    try {
      GeminiAccess.check(request);
      return request.method().equals("POST") && call.matches()
          ? called(call.group(1), call.group(2), request, fate)
          : looked(request, fate);
    } catch (FailedCall e) {
      return streams && !hasEvents(request) ? inArray(e.reply()) : e.reply();
    }
  }

  private Reply called(String id, String method, Request request, Fate fate) {
    GeminiModel asked =
        GeminiModel.find(id).orElseThrow(() -> new FailedCall(GeminiErrors.noModel(id)));
    JsonNode body = body(request);
    if (latency(request, fate).compareTo(fate.latency()) < 0) {
      throw new FailedCall(
          GeminiErrors.error(
              504, "DEADLINE_EXCEEDED", "Deadline expired before operation could complete."));
    }
    return switch (method) {
      case "generateContent" -> generation.generate(asked, body, fate);
      case "streamGenerateContent" -> generation.stream(asked, body, fate, hasEvents(request));
      case "countTokens" -> generation.count(asked, body, fate);
      default -> notFound();
    };
  }

  private static JsonNode body(Request request) {
    return Json.read(request.body().bytes())
        .filter(JsonNode::isObject)
        .map(Fields::camel)
        .orElseThrow(
            () -> GeminiErrors.invalid("Invalid JSON payload received. Unexpected token."));
  }

  private static boolean hasEvents(Request request) {
    return request.query().getOrDefault("alt", "").equals("sse");
  }

  private static Reply inArray(Reply error) {
    String text = new String(error.pieces().getFirst().bytes(), StandardCharsets.UTF_8);
    return text.startsWith("[") ? error : Reply.json(error.status(), "[" + text + "]");
  }

  private Reply looked(Request request, Fate fate) {
    if (fate.fault().orElse(null) instanceof ErrorFault error) {
      return GeminiErrors.of(error, "", fate.dice());
    }
    if (Uploads.isUpload(request) && request.method().equals("POST")) {
      return uploads.answer(request, fate.dice());
    }
    Matcher file = FILE.matcher(request.path());
    if (file.matches()) {
      return file(request.method(), file.group(1));
    }
    Matcher model = MODEL.matcher(request.path());
    return switch (request.method() + " " + request.path()) {
      case "GET /v1beta/files", "GET /v1/files" -> Reply.json(200, Json.write(files.list()));
      case "GET /v1beta/models", "GET /v1/models" -> GeminiModels.list();
      default -> model.matches() ? GeminiModels.get(model.group(1)) : notFound();
    };
  }

  private static Reply notFound() {
    return Reply.of(404, "text/html; charset=UTF-8", "<!DOCTYPE html><title>Not Found</title>");
  }

  private Reply file(String method, String name) {
    Files.StoredFile file = files.find(name).orElseThrow(() -> Files.missing(name));
    return switch (method) {
      case "GET" -> Reply.json(200, Json.write(files.json(file)));
      case "DELETE" -> {
        files.delete(name);
        yield Reply.json(200, "{}\n");
      }
      default -> notFound();
    };
  }
}
