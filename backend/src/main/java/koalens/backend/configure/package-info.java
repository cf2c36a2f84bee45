/// Settings from the environment, and the wiring of the rooms.
///
/// Start at [koalens.backend.configure.Settings] and [koalens.backend.configure.Application]. The
/// environment `PORT=9000` becomes a [koalens.backend.configure.Settings] with port 9000 and the
/// default for everything else; `PORT=lots` becomes a [koalens.backend.configure.SettingsFault]
/// that says what to write instead. Knows every room of the backend.
@NullMarked
package koalens.backend.configure;

import org.jspecify.annotations.NullMarked;
