package koalens.server.api;

import io.helidon.webserver.CloseConnectionException;
import io.helidon.webserver.http.Handler;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import org.jspecify.annotations.Nullable;

/// The way to the front door, until it is closed. Helidon 4.5.0 keeps every stopped listener, and
/// with it all that its routing leads to, for as long as the process lives (its issue 11939).
/// Thread-safe.
final class Doorway implements Handler, AutoCloseable {
  private volatile @Nullable Handler door;

  Doorway(Handler door) {
    this.door = door;
  }

  @Override
  public void handle(ServerRequest request, ServerResponse response) throws Exception {
    Handler open = door;
    if (open == null) {
      throw new CloseConnectionException("the server has stopped");
    }
    open.handle(request, response);
  }

  /// Lets everything behind it go.
  @Override
  public void close() {
    door = null;
  }
}
