/// What tests of several modules and the benchmarks need; never shipped.
///
/// Start at [koalens.testing.PostgresServer]: `PostgresServer.shared().createDatabase()` becomes
/// the address of an empty database in a real PostgreSQL that ends with this process.
@NullMarked
package koalens.testing;

import org.jspecify.annotations.NullMarked;
