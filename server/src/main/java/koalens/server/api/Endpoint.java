package koalens.server.api;

/// Answers the calls of one route. Thread-safe.
interface Endpoint {
  /// The answer.
  ///
  /// @throws ProblemException when the call cannot be answered
  Answer answer(Call call);
}
