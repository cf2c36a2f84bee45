package koalens.backend.provider;

/// Whether calls go through to a provider's model.
public enum CircuitState {
  /// They do.
  CLOSED,
  /// They do not: too many failed, or the day's quota is used up.
  OPEN,
  /// A few do, to see whether it works again.
  HALF_OPEN
}
