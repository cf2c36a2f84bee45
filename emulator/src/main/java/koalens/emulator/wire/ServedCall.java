package koalens.emulator.wire;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import koalens.emulator.scenario.Fault;

/// The record of one call.
///
/// @param provider `gemini` or `anthropic`
/// @param requestId what the answer carries as the id of its request: Anthropic's header
///   `request-id`, Gemini's `responseId`
/// @param method HTTP method
/// @param path HTTP path
/// @param received when the request was wholly read
/// @param serviceTime from then until the last byte was handed to the network
/// @param status HTTP status of the answer as it was meant
/// @param fault what went wrong by intent, if anything
/// @param usage what the call is charged for
public record ServedCall(
    String provider,
    String requestId,
    String method,
    String path,
    Instant received,
    Duration serviceTime,
    int status,
    Optional<Fault> fault,
    Reply.Usage usage) {}
