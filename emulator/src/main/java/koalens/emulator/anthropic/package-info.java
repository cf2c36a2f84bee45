/// The Anthropic Messages API as of November 2026: messages, streams, token counts, models, rate
/// limits, errors.
///
/// Start at [koalens.emulator.anthropic.AnthropicApi]. A request with `temperature` for
/// `claude-haiku-5-5` → 400 `invalid_request_error`.
@NullMarked
package koalens.emulator.anthropic;

import org.jspecify.annotations.NullMarked;
