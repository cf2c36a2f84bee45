/// Large language models behind one contract.
///
/// Start at [koalens.backend.provider.Provider]: a [koalens.backend.provider.Prompt] with the
/// ingredient *karminsyra*, handed in with a [koalens.backend.provider.Deadline], becomes a
/// [koalens.backend.provider.Completion] with the answer as a record, its
/// [koalens.backend.provider.Usage] and the model that served it; or a
/// [koalens.backend.provider.ProviderException] whose [koalens.backend.provider.Failure] says what
/// went wrong and whether waiting helps. Nothing here knows what food is.
@NullMarked
package koalens.backend.provider;

import org.jspecify.annotations.NullMarked;
