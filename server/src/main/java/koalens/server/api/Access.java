package koalens.server.api;

/// Who may call a route.
enum Access {
  /// Anybody.
  OPEN,
  /// Anybody; each answer is one of a person's analyses this month.
  COUNTED,
  /// Somebody with a token.
  PERSON,
  /// Somebody with the admin key.
  OPERATOR
}
