/// The command line: one class a command.
///
/// Start at [koalens.cli.Main]. `koalens analyze "Vatten, mjölk"` prints *non-vegan* with the
/// reason and exits with 10.
@NullMarked
package koalens.cli;

import org.jspecify.annotations.NullMarked;
