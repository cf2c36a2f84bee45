package koalens.backend.provider.wire;

import java.nio.charset.CharacterCodingException;

/// What came back is no text, or not the provider's.
public final class UnreadableAnswerException extends RuntimeException {
  UnreadableAnswerException(CharacterCodingException cause) {
    super("the answer is not UTF-8", cause);
  }

  UnreadableAnswerException(String message) {
    super(message);
  }
}
