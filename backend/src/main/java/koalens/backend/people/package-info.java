/// The people who ask, and what is theirs: who calls, their history, how much they may ask, what
/// they report.
///
/// Start at [koalens.backend.people.Doorkeeper]: the header `Bearer kld_…` in, the
/// [koalens.backend.people.Caller] out. [koalens.backend.people.History] shows, marks, exports and
/// erases what a person asked; [koalens.backend.people.Allowance] counts; what the database does
/// for them is said by the interfaces named `…Store`. Knows `backend.analysis` and the engine's
/// words only.
@NullMarked
package koalens.backend.people;

import org.jspecify.annotations.NullMarked;
