/// HTTP as the providers speak it, and as it goes wrong: requests in, replies out, faults between.
///
/// Start at [koalens.emulator.wire.ApiServer]. A [koalens.emulator.wire.Reply] of 900 bytes under
/// `TRUNCATED_BODY` → a head that promises 900 bytes, 450 of them, and a closed connection.
@NullMarked
package koalens.emulator.wire;

import org.jspecify.annotations.NullMarked;
