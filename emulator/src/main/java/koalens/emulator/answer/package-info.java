/// The model inside: a prompt and a JSON schema in, an answer of known accuracy out.
///
/// Start at [koalens.emulator.answer.AnswerModel]. The prompt `["Vassle"]` with a schema of
/// ingredients and statuses → `{"ingredients":[{"name":"Vassle","status":"non-vegan",…}]}`.
@NullMarked
package koalens.emulator.answer;

import org.jspecify.annotations.NullMarked;
