package koalens.emulator.wire;

import io.helidon.webserver.CloseConnectionException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/// The bytes to one caller, written as a fault wants them.
final class Line {
  private final Connections connections;
  private final int callerPort;
  private final CountDownLatch closing;

  /// @param closing open once the emulator stops: nothing waits beyond it
  Line(Connections connections, int callerPort, CountDownLatch closing) {
    this.connections = connections;
    this.callerPort = callerPort;
    this.closing = closing;
  }

  void head(int status, Map<String, String> headers, long length) {
    var head = new StringBuilder("HTTP/1.1 %d %s\r\n".formatted(status, reason(status)));
    headers.forEach((name, value) -> head.append(name).append(": ").append(value).append("\r\n"));
    head.append("Content-Length: ").append(length).append("\r\nConnection: close\r\n\r\n");
    bytes(head.toString().getBytes(StandardCharsets.ISO_8859_1));
  }

  private static String reason(int status) {
    return status < 300 ? "OK" : status < 400 ? "Moved" : "Error";
  }

  void bytes(byte[] bytes) {
    connections.write(callerPort, bytes);
  }

  void reset() {
    connections.reset(callerPort);
  }

  void rest(Duration time) {
    if (time.isPositive() && passed(time)) {
      throw closed();
    }
  }

  private boolean passed(Duration time) {
    try {
      return closing.await(time.toNanos(), TimeUnit.NANOSECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return true;
    }
  }

  CloseConnectionException closed() {
    return new CloseConnectionException("as the scenario wants it");
  }
}
