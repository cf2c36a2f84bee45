package koalens.backend.provider.wire;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/// Keeps the last answer that each thread received, since the SDKs let headers and parts of a body
/// go. Thread-safe: a call and its answer are on one thread.
public final class AnswerRecorder {
  private static final ThreadLocal<HttpAnswer> LAST = new ThreadLocal<>();

  private final int limit;

  /// Reads bodies up to that length.
  ///
  /// @param limit in bytes
  public AnswerRecorder(int limit) {
    this.limit = limit;
  }

  /// Reads the body to its end and keeps the answer.
  ///
  /// @throws OversizedAnswerException when the body is longer than the limit
  /// @throws HttpErrorException when the status is not 2xx
  public HttpAnswer record(
      int status, Map<String, String> headers, Duration timeToFirstByte, InputStream body)
      throws IOException {
    byte[] bytes = body.readNBytes(limit + 1);
    if (bytes.length > limit) {
      throw new OversizedAnswerException(limit);
    }
    String text = new String(bytes, StandardCharsets.UTF_8);
    var answer = new HttpAnswer(status, headers, text, timeToFirstByte);
    if (!answer.isOk()) {
      throw new HttpErrorException(answer);
    }
    LAST.set(answer);
    return answer;
  }

  /// The last answer on this thread, once.
  public Optional<HttpAnswer> take() {
    Optional<HttpAnswer> answer = Optional.ofNullable(LAST.get());
    LAST.remove();
    return answer;
  }
}
