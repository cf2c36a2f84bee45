package koalens.emulator.gemini;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import koalens.emulator.scenario.Dice;
import koalens.emulator.wire.Json;
import koalens.emulator.wire.Reply;
import koalens.emulator.wire.Request;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// Resumable uploads. Thread-safe.
final class Uploads {
  private static final Set<String> PATHS = Set.of("/upload/v1beta/files", "/upload/v1/files");
  private static final String STATUS = "x-goog-upload-status";
  private static final long LARGEST_FILE = 2L << 30;

  private final Files files;
  private final double faultRate;
  private final Map<String, Pending> pending = new ConcurrentHashMap<>();

  /// @param faultRate share of the files that cannot be processed
  Uploads(Files files, double faultRate) {
    this.files = files;
    this.faultRate = faultRate;
  }

  private record Pending(
      String displayName, String type, long length, boolean fails, Files.Upload upload) {}

  static boolean isUpload(Request request) {
    return PATHS.contains(request.path());
  }

  Reply answer(Request request, Dice dice) {
    String command = request.header("x-goog-upload-command").orElse("");
    return switch (command.replace(" ", "")) {
      case "start" -> start(request, dice);
      case "upload" -> chunk(request, false);
      case "upload,finalize", "finalize" -> chunk(request, true);
      case "query" -> query(request);
      case "cancel" -> cancel(request);
      default -> invalid("Invalid upload command: " + command);
    };
  }

  private static Reply invalid(String message) {
    return GeminiErrors.error(400, "INVALID_ARGUMENT", message);
  }

  private Reply start(Request request, Dice dice) {
    long length = length(request, "x-goog-upload-header-content-length");
    if (length > LARGEST_FILE) {
      return invalid("File size must be at most 2147483648 bytes.");
    }
    JsonNode file =
        Json.read(request.body().bytes()).map(Fields::camel).orElse(Json.object()).path("file");
    String id = dice.letters(12);
    pending.put(
        id,
        new Pending(
            file.path("displayName").asString(""),
            request
                .header("x-goog-upload-header-content-type")
                .or(() -> Optional.of(file.path("mimeType").asString("")))
                .filter(type -> !type.isEmpty())
                .orElse("application/octet-stream"),
            length,
            dice.share() < faultRate,
            new Files.Upload()));
    return Reply.of(200, "text/plain", "")
        .with(
            "x-goog-upload-url",
            "%s%s?upload_id=%s&upload_protocol=resumable"
                .formatted(request.baseUrl(), request.path(), id))
        .with(STATUS, "active");
  }

  private static long length(Request request, String header) {
    try {
      return request.header(header).map(Long::parseLong).orElse(-1L);
    } catch (NumberFormatException e) {
      return -1;
    }
  }

  private Reply chunk(Request request, boolean last) {
    String id = request.query().getOrDefault("upload_id", "");
    Pending upload = pending.get(id);
    if (upload == null) {
      return GeminiErrors.error(404, "NOT_FOUND", "Upload not found.");
    }
    if (!upload.upload().add(length(request, "x-goog-upload-offset"), request.body())) {
      return invalid(
          "Upload offset does not match: %d bytes were received."
              .formatted(upload.upload().size()));
    }
    if (!last) {
      return Reply.of(200, "text/plain", "").with(STATUS, "active");
    }
    pending.remove(id);
    return finished(request, id, upload);
  }

  private Reply finished(Request request, String id, Pending upload) {
    if (upload.length() >= 0 && upload.length() != upload.upload().size()) {
      return invalid(
          "%d bytes were announced and %d received."
              .formatted(upload.length(), upload.upload().size()));
    }
    Files.StoredFile file =
        files.keep(
            new Files.StoredFile(
                "files/" + id,
                upload.displayName(),
                upload.type(),
                upload.upload().content(),
                request.baseUrl() + "/v1beta/files/" + id,
                Instant.now(),
                upload.fails()));
    ObjectNode body = Json.object();
    body.set("file", files.json(file));
    return Reply.json(200, Json.write(body)).with(STATUS, "final");
  }

  private Reply query(Request request) {
    Pending upload = pending.get(request.query().getOrDefault("upload_id", ""));
    return upload == null
        ? GeminiErrors.error(404, "NOT_FOUND", "Upload not found.")
        : Reply.of(200, "text/plain", "")
            .with(STATUS, "active")
            .with("x-goog-upload-size-received", String.valueOf(upload.upload().size()));
  }

  private Reply cancel(Request request) {
    pending.remove(request.query().getOrDefault("upload_id", ""));
    return Reply.of(200, "text/plain", "").with(STATUS, "cancelled");
  }
}
