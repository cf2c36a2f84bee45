package koalens.backend.provider;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/// Passes bytes on to a server and back, and counts the connections that were opened.
final class CountingProxy implements AutoCloseable {
  private final ServerSocket listening;
  private final int target;
  private final Queue<Socket> opened = new ConcurrentLinkedQueue<>();

  CountingProxy(String baseUrl) throws IOException {
    this.target = URI.create(baseUrl).getPort();
    this.listening = new ServerSocket(0, 0, InetAddress.getLoopbackAddress());
    Thread.ofVirtual().name("proxy-accept").start(this::accept);
  }

  String baseUrl() {
    return "http://127.0.0.1:" + listening.getLocalPort();
  }

  int connections() {
    return opened.size();
  }

  private void accept() {
    try {
      while (true) {
        Socket caller = listening.accept();
        opened.add(caller);
        var server = new Socket(InetAddress.getLoopbackAddress(), target);
        Thread.startVirtualThread(() -> pass(caller, server));
        Thread.startVirtualThread(() -> pass(server, caller));
      }
    } catch (IOException e) {
      // It was closed.
    }
  }

  // When one side ends, so does the other.
  private static void pass(Socket from, Socket to) {
    try (from;
        to) {
      from.getInputStream().transferTo(to.getOutputStream());
    } catch (IOException e) {
      // One of them is gone.
    }
  }

  @Override
  public void close() throws IOException {
    listening.close();
    for (Socket socket : opened) {
      socket.close();
    }
  }
}
