package koalens.backend.analysis.advice;

import koalens.backend.provider.price.PriceEvidence;

/// What a call costs by the price lists.
///
/// @param micros in millionths of a US dollar
/// @param inputMicros the part of that for what the model read
/// @param outputMicros the part of that for what it wrote, thinking included
/// @param evidence how well the price is known
public record Charge(long micros, long inputMicros, long outputMicros, PriceEvidence evidence) {}
