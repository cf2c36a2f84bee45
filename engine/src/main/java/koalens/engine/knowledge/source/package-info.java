/// Reads, checks and compiles the knowledge a person writes in `src/main/knowledge`.
///
/// Start at [koalens.engine.knowledge.source.KnowledgeCompiler]; used by the build and the tests
/// only. The format is in `docs/reference/knowledge-format.md`.
@NullMarked
package koalens.engine.knowledge.source;

import org.jspecify.annotations.NullMarked;
