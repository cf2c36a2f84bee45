package koalens.backend.provider;

import java.time.Duration;
import java.util.Optional;

/// What came back from one attempt that succeeded on the wire.
///
/// @param text the answer as the model wrote it
/// @param usage its tokens, normalised
/// @param rawUsage its tokens as the provider sent them, JSON
/// @param requestId the provider's mark for the request, for its support; where it gave one
/// @param modelServed the model that answered, as the provider names it
/// @param finishReason why the model stopped, in the provider's own word
/// @param timeToFirstByte from sending to the first byte of the answer, where it was seen
public record Reply(
    String text,
    Usage usage,
    String rawUsage,
    Optional<String> requestId,
    String modelServed,
    String finishReason,
    Optional<Duration> timeToFirstByte) {}
