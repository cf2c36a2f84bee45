package koalens.backend.configure;

import java.time.Duration;
import koalens.backend.analysis.KnownLabelOptions;

/// How much the application takes on.
///
/// @param bodyBytes largest request body, in bytes
/// @param discardedBytes how much more than that is read and thrown away, so that a caller who
///   sends first and reads later sees the answer
/// @param headerBytes largest head of a request, in bytes
/// @param textCharacters longest label text or single ingredient, in UTF-16 units
/// @param ingredients longest list, parts included
/// @param depth deepest brackets read as parts
/// @param concurrentRequests requests at once, and analyses that wait for the ledger
/// @param connections open connections
/// @param requestTimeout how long reading a request and keeping its answer may each take
/// @param idleConnection how long a connection without traffic stays open
/// @param shutdownGrace how long a stop waits for requests under way
/// @param knownLabels how much of what the engine said of labels is kept in memory
public record Limits(
    int bodyBytes,
    int discardedBytes,
    int headerBytes,
    int textCharacters,
    int ingredients,
    int depth,
    int concurrentRequests,
    int connections,
    Duration requestTimeout,
    Duration idleConnection,
    Duration shutdownGrace,
    KnownLabelOptions knownLabels) {}
