/// Google Gemini behind the contract, on Google's SDK.
///
/// Start at [koalens.backend.provider.gemini.GeminiClient]. A prompt becomes one request to
/// `:generateContent`; an answer of status 200 without candidates becomes a
/// [koalens.backend.provider.ProviderException] of the kind *blocked*. Knows the contract only.
@NullMarked
package koalens.backend.provider.gemini;

import org.jspecify.annotations.NullMarked;
