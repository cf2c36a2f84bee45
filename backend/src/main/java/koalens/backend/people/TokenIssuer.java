package koalens.backend.people;

/// Somebody else whose tokens prove who a person is. Thread-safe.
public interface TokenIssuer {
  /// The person the token was given to.
  ///
  /// @throws NotAdmittedException when it is not theirs, not for here, or over
  Person verify(String token);
}
