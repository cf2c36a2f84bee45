/// Anthropic Claude behind the contract, on Anthropic's SDK.
///
/// Start at [koalens.backend.provider.claude.ClaudeClient]. A prompt becomes one request to
/// `/v1/messages`; an answer with `"stop_reason":"refusal"` becomes a
/// [koalens.backend.provider.ProviderException] of the kind *refused*. Knows the contract only.
@NullMarked
package koalens.backend.provider.claude;

import org.jspecify.annotations.NullMarked;
