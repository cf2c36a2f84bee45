package koalens.benchmarks;

import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.ConcurrentLinkedQueue;

/// A closed-loop load over kept-alive connections, each with its own walk through the bodies, by a
/// client thin enough to leave the processor to the server.
final class Load {
  private final ServerProcess server;
  private final int port;
  private final byte[][] requests;
  private final int connections;

  Load(ServerProcess server, int port, String path, List<String> bodies, int connections) {
    this.server = server;
    this.port = port;
    this.requests = bodies.stream().map(body -> request(path, body)).toArray(byte[][]::new);
    this.connections = connections;
  }

  private static byte[] request(String path, String body) {
    byte[] content = body.getBytes(StandardCharsets.UTF_8);
    String head =
        """
        POST %s HTTP/1.1\r
        Host: localhost\r
        Content-Type: application/json\r
        Content-Length: %d\r
        \r
        """
            .formatted(path, content.length);
    byte[] start = head.getBytes(StandardCharsets.US_ASCII);
    byte[] request = Arrays.copyOf(start, start.length + content.length);
    System.arraycopy(content, 0, request, start.length, content.length);
    return request;
  }

  /// What one round came to.
  ///
  /// @param perSecond answers a second
  /// @param p50 median time to an answer, in milliseconds
  /// @param p99 the time 99 of 100 answers stay below, in milliseconds
  /// @param most the longest time to an answer, in milliseconds
  /// @param processor processor time the server took for an answer, in microseconds
  record Result(double perSecond, double p50, double p99, double most, double processor) {
    @Override
    public String toString() {
      return String.format(
          Locale.ROOT,
          "%.0f/s p50 %.2f p99 %.2f max %.0f ms cpu %.0f µs",
          perSecond,
          p50,
          p99,
          most,
          processor);
    }
  }

  /// Loads for so many seconds.
  Result run(int seconds) throws InterruptedException {
    var times = new ConcurrentLinkedQueue<long[]>();
    long processor = server.processorNanos();
    long end = System.nanoTime() + seconds * 1_000_000_000L;
    var threads = new Thread[connections];
    for (int i = 0; i < connections; i++) {
      int first = i * requests.length / connections;
      threads[i] = Thread.ofVirtual().start(() -> times.add(connection(first, end)));
    }
    for (Thread thread : threads) {
      thread.join();
    }
    if (times.size() < connections) {
      throw new IllegalStateException("a connection failed");
    }
    long[] all = times.stream().flatMapToLong(Arrays::stream).sorted().toArray();
    return new Result(
        (double) all.length / seconds,
        all[all.length / 2] / 1e6,
        all[(int) (all.length * 0.99)] / 1e6,
        all[all.length - 1] / 1e6,
        (server.processorNanos() - processor) / 1e3 / all.length);
  }

  private long[] connection(int first, long end) {
    long[] times = new long[1024];
    int count = 0;
    try (var socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
      socket.setTcpNoDelay(true);
      OutputStream out = socket.getOutputStream();
      var answers = new Answers(socket.getInputStream());
      while (System.nanoTime() < end) {
        long began = System.nanoTime();
        out.write(requests[(first + count) % requests.length]);
        answers.read();
        if (count == times.length) {
          times = Arrays.copyOf(times, count * 2);
        }
        times[count++] = System.nanoTime() - began;
      }
    } catch (IOException e) {
      throw new IllegalStateException("the server hung up", e);
    }
    return Arrays.copyOf(times, count);
  }
}
