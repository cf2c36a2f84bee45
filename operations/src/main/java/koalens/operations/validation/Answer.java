package koalens.operations.validation;

import java.net.http.HttpHeaders;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/// What the server answered.
///
/// @param status the HTTP status
/// @param headers its headers
/// @param body its body as text
/// @param took from sending the request to the last byte of the answer
/// @param certificateEnds when the server's certificate ends; empty without TLS
record Answer(
    int status,
    HttpHeaders headers,
    String body,
    Duration took,
    Optional<Instant> certificateEnds) {}
