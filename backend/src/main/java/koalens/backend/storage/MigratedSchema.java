package koalens.backend.storage;

/// What bringing a schema up to date did.
///
/// @param before its version before, 0 for an empty database
/// @param after its version now
public record MigratedSchema(int before, int after) {}
