package koalens.cli.rehearsal;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/// Takes what would go to Slack. Thread-safe.
final class Inbox implements AutoCloseable {
  private final HttpServer server;
  private final Queue<String> messages = new ConcurrentLinkedQueue<>();

  private Inbox(HttpServer server) {
    this.server = server;
  }

  static Inbox open() throws IOException {
    var inbox =
        new Inbox(HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0));
    inbox.server.createContext(
        "/slack",
        call -> {
          inbox.messages.add(
              new String(call.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
          call.sendResponseHeaders(200, -1);
          call.close();
        });
    inbox.server.start();
    return inbox;
  }

  /// The address of the hook.
  String hook() {
    return "http://127.0.0.1:%d/slack".formatted(server.getAddress().getPort());
  }

  List<String> messages() {
    return List.copyOf(messages);
  }

  boolean holds(String part) {
    return messages.stream().anyMatch(message -> message.contains(part));
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
