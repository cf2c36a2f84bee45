package koalens.server.api;

import io.helidon.http.Header;
import java.util.List;

/// Ends the answering of a call with a problem.
final class ProblemException extends RuntimeException {
  private final transient Problem problem;
  private final transient List<Header> headers;

  ProblemException(Problem problem) {
    this(problem, List.of());
  }

  /// @param headers what the answer says besides
  ProblemException(Problem problem, List<Header> headers) {
    super(problem.detail(), null, false, false);
    this.problem = problem;
    this.headers = List.copyOf(headers);
  }

  /// What goes back to the caller.
  Answer answer(String requestId) {
    return problem.answer(requestId).with(headers);
  }

  /// What the answer says besides.
  List<Header> headers() {
    return headers;
  }

  Problem problem() {
    return problem;
  }
}
