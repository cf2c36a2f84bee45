/// A day of staging on one machine, with nobody's account: real server processes, a database, both
/// providers emulated, the programs that watch, and a `fly` that records. Start at
/// [koalens.cli.rehearsal.Rehearsal].
///
/// In: a working tree of KoaLens. Out: scenes such as "a bad version is rolled back", each with
/// what was expected, what happened, and the commands with all they printed. The commands are the
/// very ones a person types; only `fly` is another program than in earnest.
@org.jspecify.annotations.NullMarked
package koalens.cli.rehearsal;
