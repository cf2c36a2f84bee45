package koalens.engine.verdict;

import koalens.engine.knowledge.ReasonCode;

/// Why an ingredient has its status.
///
/// @param code the reason, the same in every language
/// @param name what the reason speaks of, as printed or, for a misspelling, as it should be
public record Reason(ReasonCode code, String name) {}
