/// Proves the server from outside: over HTTP, raw sockets and signals.
@NullMarked
package koalens.server;

import org.jspecify.annotations.NullMarked;
