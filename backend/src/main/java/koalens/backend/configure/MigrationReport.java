package koalens.backend.configure;

/// What bringing the database up to date did.
///
/// @param before its schema version before, 0 for an empty database
/// @param after its schema version now
public record MigrationReport(int before, int after) {

  /// Whether anything changed.
  public boolean changed() {
    return before != after;
  }
}
