package koalens.backend.configure;

import koalens.backend.provider.Resilience;

/// How much is asked of providers and taken from them.
///
/// @param resilience how hard each model is tried
/// @param maxAnswerBytes the longest answer that is read
/// @param geminiInlineBytes media up to this size together travel in a request to Gemini, larger
///   are uploaded before
public record ProviderSettings(Resilience resilience, int maxAnswerBytes, int geminiInlineBytes) {}
