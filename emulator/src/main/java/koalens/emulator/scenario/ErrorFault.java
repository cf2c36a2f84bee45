package koalens.emulator.scenario;

/// The provider says that it cannot answer, in its own error shape. What one provider has no shape
/// for comes as the nearest that it has.
public enum ErrorFault implements Fault {
  /// 429 that says how long to wait.
  RATE_LIMITED,
  /// 429 that does not.
  RATE_LIMITED_WITHOUT_HINT,
  /// 429 for the day: waiting within an analysis cannot help.
  DAILY_QUOTA,
  /// The monthly limit of spending is reached; final.
  SPEND_LIMIT,
  /// 402: the credit is gone; final.
  OUT_OF_CREDIT,
  /// 400 for a request that is in order.
  INVALID_REQUEST,
  /// The key is not known.
  INVALID_KEY,
  /// 403.
  FORBIDDEN,
  /// 404: the model is gone.
  NOT_FOUND,
  /// 409.
  CONFLICT,
  /// The request is too large; Anthropic's edge says so in plain text.
  TOO_LARGE,
  /// 499.
  CANCELLED,
  /// 500.
  INTERNAL,
  /// Anthropic's 529, Gemini's 503.
  OVERLOADED,
  /// 504.
  TIMED_OUT,
  /// The error comes after status 200: within a stream, or as the body.
  ERROR_AFTER_OK,
  /// The overload comes in a shape of its own: Gemini's error array, Anthropic's edge in plain
  /// text.
  ODD_SHAPE
}
