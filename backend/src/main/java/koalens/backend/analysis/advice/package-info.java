/// Asks large language models what the engine cannot settle, and keeps their answers in their
/// place.
///
/// Start at [koalens.backend.analysis.advice.Advisers]. The label *Vatten, blixtragurium*, of which
/// the engine does not know the second word, becomes one question to the provider that the
/// experiment or the settings choose; its answer *non-vegan* becomes an
/// [koalens.engine.verdict.Opinions] under which the label is judged again, and the
/// [koalens.backend.analysis.advice.Advice] says who answered. When no provider answers, the
/// engine's own judgement is the advice. What may be changed by an answer is the engine's to say;
/// see [koalens.engine.verdict.Opinions].
@NullMarked
package koalens.backend.analysis.advice;

import org.jspecify.annotations.NullMarked;
