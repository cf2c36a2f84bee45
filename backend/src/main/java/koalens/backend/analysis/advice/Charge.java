package koalens.backend.analysis.advice;

import koalens.backend.provider.price.PriceEvidence;

/// What a call costs by the price lists.
///
/// @param micros in millionths of a US dollar
/// @param evidence how well the price is known
public record Charge(long micros, PriceEvidence evidence) {}
