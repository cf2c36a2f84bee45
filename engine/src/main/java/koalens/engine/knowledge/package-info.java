/// What the engine knows: entries with their status and reason, their names in every language, and
/// the look-up from words to entries.
///
/// Start at [koalens.engine.knowledge.KnowledgeBase]. The words *havremjölk (E 471)* become the
/// compound *havre + mjölk* and the entry `e471`; what they mean together is the verdict's
/// business. The facts lie as text in `src/main/knowledge`; `source` reads, checks and compiles
/// them at build time. Knows `engine.text` only.
@NullMarked
package koalens.engine.knowledge;

import org.jspecify.annotations.NullMarked;
