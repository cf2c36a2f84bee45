package koalens.backend.provider.wire;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.SocketTimeoutException;
import java.util.Optional;
import java.util.stream.Stream;
import koalens.backend.provider.FailureKind;

/// What went wrong beneath HTTP, by what an SDK threw.
public final class TransportFailure {
  private static final int DEEPEST = 16;

  private TransportFailure() {}

  /// The kind of failure that the exception or one of its causes stands for.
  public static FailureKind kind(Throwable thrown) {
    if (Thread.currentThread().isInterrupted() || has(thrown, InterruptedException.class)) {
      return FailureKind.CANCELLED;
    }
    if (has(thrown, OversizedAnswerException.class)) {
      return FailureKind.OVERSIZED_ANSWER;
    }
    if (has(thrown, UnreadableAnswerException.class)) {
      return FailureKind.MALFORMED_ANSWER;
    }
    if (has(thrown, SocketTimeoutException.class) || has(thrown, InterruptedIOException.class)) {
      return FailureKind.TIMEOUT;
    }
    return has(thrown, IOException.class) ? FailureKind.CONNECTION : FailureKind.MALFORMED_ANSWER;
  }

  /// The answer with an error status, where that was the cause.
  public static Optional<HttpAnswer> error(Throwable thrown) {
    return causes(thrown)
        .filter(HttpErrorException.class::isInstance)
        .map(cause -> ((HttpErrorException) cause).answer())
        .findFirst();
  }

  private static boolean has(Throwable thrown, Class<? extends Throwable> type) {
    return causes(thrown).anyMatch(type::isInstance);
  }

  private static Stream<Throwable> causes(Throwable thrown) {
    return Stream.iterate(thrown, cause -> cause != null, Throwable::getCause).limit(DEEPEST);
  }
}
