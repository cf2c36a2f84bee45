/// How an emulated provider behaves: how fast, how faulty, how right.
///
/// Start at [koalens.emulator.scenario.Scenario]. `Scenario.of(7).withFaults(FaultMix.even(0.2))` →
/// one call in five fails, the same ones in every run.
@NullMarked
package koalens.emulator.scenario;

import org.jspecify.annotations.NullMarked;
