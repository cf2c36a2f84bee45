package koalens.benchmarks;

import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.Locale;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.LongSupplier;

/// A load over kept-alive connections, which take the next request of all each, by a client thin
/// enough to leave the processor to the server: when one is answered, or at even times. Every run
/// goes on where the last one ended.
final class Load {
  private final LongSupplier processorNanos;
  private final int port;
  private final Bodies bodies;
  private final byte[][] requests;
  private final int connections;
  private final AtomicInteger next = new AtomicInteger();

  Load(ServerProcess server, int port, String path, Bodies bodies, int connections) {
    this(server::processorNanos, port, path, bodies, connections);
  }

  /// @param processorNanos tells the processor time that the server used so far
  Load(LongSupplier processorNanos, int port, String path, Bodies bodies, int connections) {
    this.processorNanos = processorNanos;
    this.port = port;
    this.bodies = bodies;
    this.requests =
        bodies.different().stream().map(body -> request(path, body)).toArray(byte[][]::new);
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

  /// Loads for so many seconds, as fast as answers come.
  Result run(int seconds) throws InterruptedException {
    return run(seconds, 0);
  }

  /// Loads for so many seconds with so many requests a second, each timed from when it should have
  /// been sent: who waits for a late answer waits too.
  ///
  /// @param perSecond 0 for as fast as answers come
  Result run(int seconds, double perSecond) throws InterruptedException {
    var times = new ConcurrentLinkedQueue<long[]>();
    long processor = processorNanos.getAsLong();
    long begin = System.nanoTime();
    long end = begin + seconds * 1_000_000_000L;
    long every = perSecond == 0 ? 0 : Math.round(connections * 1e9 / perSecond);
    var threads = new Thread[connections];
    for (int i = 0; i < connections; i++) {
      var pace = new Pace(begin + i * every / connections, every);
      threads[i] = Thread.ofVirtual().start(() -> times.add(connection(end, pace)));
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
        (processorNanos.getAsLong() - processor) / 1e3 / all.length);
  }

  /// When requests of one connection are due.
  ///
  /// @param first when the first is, by the clock of nanoseconds
  /// @param every the nanoseconds between two; 0 for as soon as may be
  private record Pace(long first, long every) {
    /// Waits until the request is due, and says when that was.
    long await(int number) throws InterruptedException {
      if (every == 0) {
        return System.nanoTime();
      }
      long due = first + number * every;
      long early = due - System.nanoTime();
      if (early > 0) {
        Thread.sleep(Duration.ofNanos(early));
      }
      return due;
    }
  }

  private long[] connection(long end, Pace pace) {
    long[] times = new long[1024];
    int count = 0;
    try (var socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
      socket.setTcpNoDelay(true);
      OutputStream out = socket.getOutputStream();
      var answers = new Answers(socket.getInputStream());
      while (System.nanoTime() < end) {
        long began = pace.await(count);
        out.write(requests[bodies.at(next.getAndIncrement())]);
        answers.read();
        if (count == times.length) {
          times = Arrays.copyOf(times, count * 2);
        }
        times[count++] = System.nanoTime() - began;
      }
    } catch (IOException e) {
      throw new IllegalStateException("the server hung up", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    return Arrays.copyOf(times, count);
  }
}
