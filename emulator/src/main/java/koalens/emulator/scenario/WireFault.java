package koalens.emulator.scenario;

/// The bytes go wrong on their way.
public enum WireFault implements Fault {
  /// The connection is reset before a byte of the answer.
  CONNECTION_RESET,
  /// The connection is closed before a byte of the answer.
  CLOSED_WITHOUT_ANSWER,
  /// Nothing comes, and nothing closes.
  HANG,
  /// Status 200 and no body.
  EMPTY_BODY,
  /// The body is the right one with a piece in its middle torn out.
  MALFORMED_JSON,
  /// The connection is closed in the middle of the body.
  TRUNCATED_BODY,
  /// A correct start that never ends, up to [Extremes#oversizedBytes()].
  OVERSIZED_BODY,
  /// The right body, a byte at a time.
  SLOW_DRIP,
  /// The right body, called `text/html`.
  WRONG_CONTENT_TYPE,
  /// A page of HTML with status 200.
  HTML_PAGE,
  /// A page of HTML with status 502.
  BAD_GATEWAY,
  /// Bytes that are not UTF-8 where the text was.
  INVALID_UTF8,
  /// Brackets within brackets without end.
  DEEP_NESTING,
  /// A status line that is none.
  BROKEN_HEAD,
  /// A redirect to a place that does not answer.
  REDIRECT
}
