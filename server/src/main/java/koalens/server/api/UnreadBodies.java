package koalens.server.api;

import io.helidon.common.buffers.DataReader;
import io.helidon.http.HeaderValues;
import io.helidon.webserver.CloseConnectionException;
import io.helidon.webserver.http.ServerRequest;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Duration;

/// Throws away what is left of bodies once they are answered: a caller that sends to the end before
/// it reads would find its connection reset instead of the answer. Thread-safe.
final class UnreadBodies implements AutoCloseable {
  private static final int PIECE = 65_536;

  private final TransferWatch watch;

  /// @param longest how long the rest of a body may take
  /// @param silence how long nothing of it may come meanwhile, no longer than that
  UnreadBodies(Duration longest, Duration silence) {
    this.watch = new TransferWatch(longest, silence);
  }

  /// Throws the rest of the request's body away, if there is one.
  ///
  /// @throws CloseConnectionException when it does not come, so that nothing can follow it
  void discard(ServerRequest request) {
    if (!request.content().hasEntity() || request.content().consumed()) {
      return;
    }
    if (request.headers().containsToken(HeaderValues.EXPECT_100)) {
      throw new CloseConnectionException("the caller waits to be asked for its body");
    }
    boolean complete = false;
    watch.begin();
    try (InputStream rest = request.content().inputStream()) {
      var piece = new byte[PIECE];
      while (rest.read(piece) >= 0) {
        watch.heard();
      }
      complete = true;
    } catch (DataReader.InsufficientDataAvailableException
        | IllegalStateException
        | UncheckedIOException
        | IOException e) {
      // Said below.
    }
    if (watch.end() || !complete) {
      throw new CloseConnectionException("the rest of the body does not come");
    }
  }

  @Override
  public void close() {
    watch.close();
  }
}
