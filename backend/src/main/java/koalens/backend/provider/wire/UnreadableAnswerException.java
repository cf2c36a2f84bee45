package koalens.backend.provider.wire;

import java.nio.charset.CharacterCodingException;

/// What came back is no text.
public final class UnreadableAnswerException extends RuntimeException {
  UnreadableAnswerException(CharacterCodingException cause) {
    super("the answer is not UTF-8", cause);
  }
}
