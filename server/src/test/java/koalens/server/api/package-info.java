/// Proves the routes over HTTP.
@NullMarked
package koalens.server.api;

import org.jspecify.annotations.NullMarked;
