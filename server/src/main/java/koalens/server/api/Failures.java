package koalens.server.api;

import io.helidon.http.HeaderNames;
import io.helidon.http.HeaderValues;
import java.util.List;
import java.util.concurrent.CancellationException;
import koalens.backend.analysis.LedgerException;
import koalens.backend.analysis.ReadingQueueFull;
import koalens.backend.people.KeysUnavailableException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Which problem a caller is told when answering fails, the same on every route. What only an
/// operator can mend is logged under the request's id.
final class Failures {
  private static final Logger LOG = LoggerFactory.getLogger(Failures.class);

  private Failures() {}

  /// The problem that the failure is to the caller.
  static ProblemException problem(RuntimeException failure, String requestId) {
    return switch (failure) {
      case ProblemException problem -> problem;
      case ReadingQueueFull full ->
          overloaded("too many photos and films wait to be read", full.seconds());
      case CancellationException _ ->
          Problem.of(Problem.Kind.UNAVAILABLE, "the reading was cancelled").exception();
      case LedgerException unkept -> {
        log("not kept", unkept, requestId);
        yield problem(unkept).exception();
      }
      case KeysUnavailableException unknown -> {
        log("nobody is recognised", unknown, requestId);
        String detail = String.valueOf(unknown.getMessage());
        yield Problem.of(Problem.Kind.UNAVAILABLE, detail).exception();
      }
      default -> {
        log("failed", failure, requestId);
        yield Problem.of(Problem.Kind.INTERNAL, "the failure is logged under the request id")
            .exception();
      }
    };
  }

  /// There is too much to do; asking again after a while helps.
  static ProblemException overloaded(String detail, int seconds) {
    return new ProblemException(
        Problem.of(Problem.Kind.OVERLOADED, detail),
        List.of(HeaderValues.create(HeaderNames.RETRY_AFTER, seconds)));
  }

  private static Problem problem(LedgerException unkept) {
    return unkept.isOverloaded()
        ? Problem.of(Problem.Kind.OVERLOADED, "too many analyses are waiting to be kept")
        : Problem.of(Problem.Kind.UNAVAILABLE, String.valueOf(unkept.getMessage()));
  }

  private static void log(String what, RuntimeException failure, String requestId) {
    LOG.atError().addKeyValue("requestId", requestId).setCause(failure).log(what);
  }
}
