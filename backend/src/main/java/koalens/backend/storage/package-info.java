/// The ledger in a database, and the migrations that build it.
///
/// Start at [koalens.backend.storage.Database]: the file `koalens.db` in, a
/// [koalens.backend.storage.DatabaseLedger] out. Many threads append; one
/// [koalens.backend.storage.BatchWriter] commits what has gathered and then lets them go. All SQL
/// of the house is here. Knows `backend.analysis` only.
@NullMarked
package koalens.backend.storage;

import org.jspecify.annotations.NullMarked;
