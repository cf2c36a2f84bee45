/// The ledger in a database, and the migrations that build it.
///
/// Start at [koalens.backend.storage.Database]: the address `sqlite:koalens.db` or
/// `postgres://me@host/koalens` in, a [koalens.backend.storage.DatabaseLedger] out. Many threads
/// append to a journal, [koalens.backend.storage.JournaledWriter], which brings what has gathered
/// to the database; where rows must outlive a power cut, [koalens.backend.storage.BatchWriter] lets
/// its callers go after the commit. All SQL of the house is here. Knows `backend.analysis` only.
@NullMarked
package koalens.backend.storage;

import org.jspecify.annotations.NullMarked;
