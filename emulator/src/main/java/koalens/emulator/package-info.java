/// The two AI providers on loopback, for tests and rehearsals: the same wire formats, seeded
/// faults, answers of known accuracy. Announces itself in each answer.
///
/// Start at [koalens.emulator.Emulator]. `Emulator.start(Provider.GEMINI, Scenario.of(7), 0)` → a
/// server whose `baseUrl()` is good as `GEMINI_BASE_URL`.
@NullMarked
package koalens.emulator;

import org.jspecify.annotations.NullMarked;
