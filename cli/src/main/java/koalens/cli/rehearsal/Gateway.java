package koalens.cli.rehearsal;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;

/// The address of an app: hands each connection on to the machine that serves now. Thread-safe.
final class Gateway implements AutoCloseable {
  private final ServerSocket door;
  private volatile int machine;

  private Gateway(ServerSocket door) {
    this.door = door;
  }

  /// A gateway that listens, with no machine yet: connections are closed.
  static Gateway open() throws IOException {
    var gateway = new Gateway(new ServerSocket(0, 200, InetAddress.getLoopbackAddress()));
    Thread.ofVirtual().start(gateway::accept);
    return gateway;
  }

  URI address() {
    return URI.create("http://127.0.0.1:" + door.getLocalPort());
  }

  /// New connections go to this port from now on.
  void lead(int port) {
    machine = port;
  }

  private void accept() {
    while (!door.isClosed()) {
      try {
        Socket caller = door.accept();
        Thread.ofVirtual().start(() -> connect(caller));
      } catch (IOException e) {
        // The door was closed, or the caller went away at once.
      }
    }
  }

  private void connect(Socket caller) {
    try (caller;
        var server = new Socket(InetAddress.getLoopbackAddress(), machine)) {
      caller.setTcpNoDelay(true);
      server.setTcpNoDelay(true);
      Thread there = Thread.ofVirtual().start(() -> pass(caller, server));
      pass(server, caller);
      there.join();
    } catch (IOException e) {
      // Nobody serves: the caller sees a closed connection, as it would.
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  // When one side has said all, the other is told so, and may still answer.
  private static void pass(Socket from, Socket to) {
    try {
      InputStream in = from.getInputStream();
      OutputStream out = to.getOutputStream();
      in.transferTo(out);
      to.shutdownOutput();
    } catch (IOException e) {
      close(from);
      close(to);
    }
  }

  private static void close(Socket socket) {
    try {
      socket.close();
    } catch (IOException e) {
      // It is gone already.
    }
  }

  @Override
  public void close() {
    try {
      door.close();
    } catch (IOException e) {
      // It is closed all the same.
    }
  }
}
