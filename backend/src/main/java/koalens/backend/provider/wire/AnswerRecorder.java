package koalens.backend.provider.wire;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/// Keeps the last answer that each thread received, since the SDKs let headers and parts of a body
/// go. Thread-safe: a call and its answer are on one thread.
public final class AnswerRecorder {
  private static final ThreadLocal<HttpAnswer> LAST = new ThreadLocal<>();

  private static final String EMULATED = "x-koalens-emulator";

  private final int limit;
  private final boolean takesEmulated;

  /// Reads bodies up to that length.
  ///
  /// @param limit in bytes
  /// @param takesEmulated whether an emulated provider may answer
  public AnswerRecorder(int limit, boolean takesEmulated) {
    this.limit = limit;
    this.takesEmulated = takesEmulated;
  }

  /// Reads the body to its end and keeps the answer.
  ///
  /// @throws OversizedAnswerException when the body is longer than the limit
  /// @throws UnreadableAnswerException when the body is not UTF-8, or an emulator's that must not
  ///   be
  /// @throws HttpErrorException when the status is not 2xx
  public HttpAnswer record(
      int status, Map<String, String> headers, Duration timeToFirstByte, InputStream body)
      throws IOException {
    if (!takesEmulated && headers.containsKey(EMULATED)) {
      throw new UnreadableAnswerException("an emulated provider answered");
    }
    byte[] bytes = body.readNBytes(limit + 1);
    if (bytes.length > limit) {
      throw new OversizedAnswerException(limit);
    }
    var answer = new HttpAnswer(status, headers, text(bytes), timeToFirstByte);
    if (!answer.isOk()) {
      throw new HttpErrorException(answer);
    }
    LAST.set(answer);
    return answer;
  }

  // Bytes that are no text must not become an answer with other letters in it.
  private static String text(byte[] bytes) {
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
    } catch (CharacterCodingException e) {
      throw new UnreadableAnswerException(e);
    }
  }

  /// The last answer on this thread, once.
  public Optional<HttpAnswer> take() {
    Optional<HttpAnswer> answer = Optional.ofNullable(LAST.get());
    LAST.remove();
    return answer;
  }
}
