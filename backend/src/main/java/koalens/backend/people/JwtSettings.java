package koalens.backend.people;

import java.net.URI;
import java.util.Optional;

/// Whose tokens are taken.
///
/// @param issuer the provider, as its tokens name it
/// @param audience for whom its tokens must be
/// @param keys where it publishes its keys; when not said, its discovery document says
public record JwtSettings(URI issuer, String audience, Optional<URI> keys) {}
