package koalens.backend.storage;

import java.nio.file.Path;
import java.time.Duration;
import koalens.backend.analysis.Durability;

/// How a ledger keeps analyses.
///
/// @param durability what an analysis outlives once it is answered
/// @param journalBytes size of each of the two files that hold analyses on their way to the
///   database
/// @param journalFolder where these lie when the database is not a file itself
/// @param capacity how many analyses may wait for their commit where there is no journal
/// @param patience how long one waits at most
public record LedgerOptions(
    Durability durability, int journalBytes, Path journalFolder, int capacity, Duration patience) {}
