package koalens.backend.provider.wire;

/// More came back than is read.
public final class OversizedAnswerException extends RuntimeException {
  OversizedAnswerException(int limit) {
    super("the answer is longer than " + limit + " bytes");
  }
}
