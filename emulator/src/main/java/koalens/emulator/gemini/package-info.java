/// The Gemini API (`v1beta`, and `v1` as the newest clients call it) as of November 2026:
/// generateContent, its stream, countTokens, models, and the Files API with resumable uploads.
///
/// Start at [koalens.emulator.gemini.GeminiApi]. A blocked prompt → 200 with `promptFeedback` and
/// without `candidates`.
@NullMarked
package koalens.emulator.gemini;

import org.jspecify.annotations.NullMarked;
