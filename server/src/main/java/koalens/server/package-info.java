/// The HTTP server: start, stop, logs.
///
/// Start at [koalens.server.KoalensServer]. Settings with port 8080 become a server that answers
/// `GET http://localhost:8080/health` with `{"status":"ok"}`, until it is closed or the process is
/// asked to stop. Knows the backend's use case and wiring, and the engine.
@NullMarked
package koalens.server;

import org.jspecify.annotations.NullMarked;
