package koalens.benchmarks;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import java.util.concurrent.ConcurrentLinkedQueue;

/// A closed-loop load of one request over kept-alive connections, with a client thin enough to
/// leave the processor to the server.
final class Load {
  private static final String LENGTH = "content-length:";

  private final int port;
  private final byte[] request;
  private final int connections;

  Load(int port, String path, String body, int connections) {
    byte[] content = body.getBytes(StandardCharsets.UTF_8);
    String head =
        "POST "
            + path
            + " HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\nContent-Length: "
            + content.length
            + "\r\n\r\n";
    byte[] start = head.getBytes(StandardCharsets.US_ASCII);
    this.request = Arrays.copyOf(start, start.length + content.length);
    System.arraycopy(content, 0, request, start.length, content.length);
    this.port = port;
    this.connections = connections;
  }

  /// What one round came to.
  ///
  /// @param perSecond answers a second
  /// @param p50 median time to an answer, in milliseconds
  /// @param p99 the time 99 of 100 answers stay below, in milliseconds
  record Result(double perSecond, double p50, double p99) {
    @Override
    public String toString() {
      return String.format(Locale.ROOT, "%.0f/s p50 %.2f ms p99 %.2f ms", perSecond, p50, p99);
    }
  }

  /// Loads for so many seconds.
  Result run(int seconds) throws InterruptedException {
    var times = new ConcurrentLinkedQueue<long[]>();
    long end = System.nanoTime() + seconds * 1_000_000_000L;
    var threads = new Thread[connections];
    for (int i = 0; i < connections; i++) {
      threads[i] = Thread.ofVirtual().start(() -> times.add(connection(end)));
    }
    for (Thread thread : threads) {
      thread.join();
    }
    long[] all = times.stream().flatMapToLong(Arrays::stream).sorted().toArray();
    return new Result(
        (double) all.length / seconds,
        all[all.length / 2] / 1e6,
        all[(int) (all.length * 0.99)] / 1e6);
  }

  private long[] connection(long end) {
    long[] times = new long[1024];
    int count = 0;
    try (var socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
      socket.setTcpNoDelay(true);
      OutputStream out = socket.getOutputStream();
      InputStream in = new BufferedInputStream(socket.getInputStream(), 16_384);
      while (System.nanoTime() < end) {
        long began = System.nanoTime();
        out.write(request);
        readAnswer(in);
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

  private static void readAnswer(InputStream in) throws IOException {
    String status = line(in);
    if (!status.contains(" 200 ")) {
      throw new IOException("not answered: " + status);
    }
    int length = 0;
    for (String header = line(in); !header.isEmpty(); header = line(in)) {
      if (header.toLowerCase(Locale.ROOT).startsWith(LENGTH)) {
        length = Integer.parseInt(header.substring(LENGTH.length()).strip());
      }
    }
    in.skipNBytes(length);
  }

  private static String line(InputStream in) throws IOException {
    var line = new StringBuilder();
    for (int c = in.read(); c != '\n'; c = in.read()) {
      if (c < 0) {
        throw new EOFException("the connection ended");
      }
      if (c != '\r') {
        line.append((char) c);
      }
    }
    return line.toString();
  }
}
