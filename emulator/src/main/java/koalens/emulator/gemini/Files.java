package koalens.emulator.gemini;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import koalens.emulator.answer.Prompt;
import koalens.emulator.wire.Content;
import koalens.emulator.wire.FailedCall;
import koalens.emulator.wire.Json;
import tools.jackson.databind.node.ObjectNode;

/// The files that callers uploaded, in memory. Thread-safe.
final class Files {
  private static final Duration KEPT = Duration.ofDays(2);

  private final Duration processing;
  private final Map<String, StoredFile> stored = new ConcurrentHashMap<>();

  /// @param processing how long a file is in processing
  Files(Duration processing) {
    this.processing = processing;
  }

  /// A file that is there.
  ///
  /// @param name such as `files/abc`
  /// @param displayName what the caller calls it
  /// @param type its media type
  /// @param content its bytes
  /// @param uri where it is
  /// @param created when it was complete
  /// @param fails whether it cannot be processed
  record StoredFile(
      String name,
      String displayName,
      String type,
      Content content,
      String uri,
      Instant created,
      boolean fails) {}

  StoredFile keep(StoredFile file) {
    stored.put(file.name(), file);
    return file;
  }

  Optional<StoredFile> find(String name) {
    return Optional.ofNullable(stored.get(name));
  }

  void delete(String name) {
    stored.remove(name);
  }

  ObjectNode list() {
    ObjectNode list = Json.object();
    if (!stored.isEmpty()) {
      var files = list.putArray("files");
      stored.values().forEach(file -> files.add(json(file)));
    }
    return list;
  }

  /// Whether a prompt may use a file.
  ///
  /// @throws FailedCall when it is not there, or not yet
  void require(String uri) {
    StoredFile file = byUri(uri).orElseThrow(() -> missing(uri));
    if (isInWork(file) || file.fails()) {
      throw new FailedCall(
          GeminiErrors.error(
              400,
              "FAILED_PRECONDITION",
              "The File %s is not in an ACTIVE state and usage is not allowed."
                  .formatted(idOf(uri))));
    }
  }

  /// The error for a file that is not there; the API does not tell it from one of others.
  static FailedCall missing(String uri) {
    return new FailedCall(
        GeminiErrors.error(
            403,
            "PERMISSION_DENIED",
            "You do not have permission to access the File %s or it may not exist."
                .formatted(idOf(uri))));
  }

  Optional<Prompt.Medium> medium(String uri) {
    return byUri(uri).map(file -> new Prompt.Medium(file.type(), file.content()));
  }

  private Optional<StoredFile> byUri(String uri) {
    return find("files/" + idOf(uri));
  }

  private static String idOf(String uri) {
    return uri.substring(uri.lastIndexOf('/') + 1);
  }

  private boolean isInWork(StoredFile file) {
    return Instant.now().isBefore(file.created().plus(processing));
  }

  ObjectNode json(StoredFile file) {
    String created = file.created().toString();
    ObjectNode json = Json.object().put("name", file.name()).put("mimeType", file.type());
    if (!file.displayName().isEmpty()) {
      json.put("displayName", file.displayName());
    }
    json.put("sizeBytes", String.valueOf(file.content().length()))
        .put("createTime", created)
        .put("updateTime", created)
        .put("expirationTime", file.created().plus(KEPT).toString())
        .put("sha256Hash", hash(file.content().bytes()))
        .put("uri", file.uri())
        .put("source", "UPLOADED");
    if (isInWork(file)) {
      return json.put("state", "PROCESSING");
    }
    return file.fails() ? failed(json) : active(json, file);
  }

  private static ObjectNode failed(ObjectNode json) {
    json.putObject("error").put("code", 13).put("message", "Failed to process the file.");
    return json.put("state", "FAILED");
  }

  private static ObjectNode active(ObjectNode json, StoredFile file) {
    if (file.type().startsWith("video/")) {
      json.putObject("videoMetadata").put("videoDuration", "10s");
    }
    return json.put("state", "ACTIVE");
  }

  // Base64 of the hex text of the digest, as the API has it.
  private static String hash(byte[] bytes) {
    try {
      byte[] digest = MessageDigest.getInstance("SHA-256").digest(bytes);
      return Base64.getEncoder()
          .encodeToString(HexFormat.of().formatHex(digest).getBytes(StandardCharsets.US_ASCII));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }

  /// An upload under way. Guarded by itself.
  static final class Upload {
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

    synchronized boolean add(long offset, Content chunk) {
      if (offset != bytes.size()) {
        return false;
      }
      bytes.writeBytes(chunk.bytes());
      return true;
    }

    synchronized Content content() {
      return Content.of(bytes.toByteArray());
    }

    synchronized int size() {
      return bytes.size();
    }
  }
}
