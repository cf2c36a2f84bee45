package koalens.benchmarks;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import koalens.emulator.wire.ServedCall;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Analyses that a provider is asked about, each with an ingredient nobody asked before, so that no
/// answer is kept or shared.
final class ProviderCalls {
  private static final int UNDER_WAY = 32;
  private static final JsonMapper JSON = new JsonMapper();

  private final int port;
  private final String provider;
  private final Path logs;
  private final AtomicInteger number = new AtomicInteger();
  private final AtomicInteger refused = new AtomicInteger();
  private final BlockingQueue<Connection> idle = new LinkedBlockingQueue<>();

  ProviderCalls(int port, String provider, Path logs) {
    this.port = port;
    this.provider = provider;
    this.logs = logs;
  }

  /// The time of each call of a round, from its sending to its answer.
  ///
  /// @param nanos request id → time
  /// @param refused calls that the server turned away
  /// @param seconds how long calls were sent
  /// @param logs where the server's log is
  record Round(Map<String, Long> nanos, int refused, double seconds, Path logs) {
    /// Copies the map.
    Round {
      nanos = Map.copyOf(nanos);
    }

    /// What is left of each time after the provider's own.
    Added added(List<ServedCall> served) throws IOException {
      Map<String, Long> service =
          served.stream()
              .collect(
                  Collectors.toMap(
                      ServedCall::requestId, call -> call.serviceTime().toNanos(), Long::sum));
      Map<String, String> ids = providerIds();
      double[] added =
          nanos.entrySet().stream()
              .filter(call -> service.containsKey(ids.getOrDefault(call.getKey(), "")))
              .mapToDouble(call ->
                  call.getValue() - service.getOrDefault(ids.getOrDefault(call.getKey(), ""), 0L))
              .sorted()
              .toArray();
      if (added.length == 0) {
        throw new IllegalStateException("no call was answered by the provider: see " + logs);
      }
      return new Added(
          (nanos.size() + refused) / seconds,
          added[added.length / 2] / 1e6,
          added[(int) (added.length * 0.99)] / 1e6,
          added.length,
          nanos.size() + refused);
    }

    private Map<String, String> providerIds() throws IOException {
      var ids = new HashMap<String, String>();
      try (Stream<String> lines = Files.lines(logs.resolve("combined.log"))) {
        lines
            .filter(line -> line.contains("\"msg\":\"AI Request\""))
            .map(JSON::readTree)
            .forEach(line -> ids.put(text(line, "request_id"), text(line, "provider_request_id")));
      }
      return ids;
    }

    private static String text(JsonNode line, String field) {
      return line.path(field).asString("");
    }
  }

  /// What a round came to.
  ///
  /// @param perSecond calls sent a second
  /// @param p50 median of the added time, in milliseconds
  /// @param p99 what 99 of 100 added times stay below, in milliseconds
  /// @param matched calls that the provider answered at the first attempt
  /// @param sent all calls
  record Added(double perSecond, double p50, double p99, int matched, int sent) {}

  /// Sends so many calls, one after the other.
  ///
  /// @return how long the first took, in nanoseconds
  long oneByOne(int calls) {
    var nanos = new ConcurrentHashMap<String, Long>();
    call(nanos);
    long first = nanos.values().stream().findFirst().orElse(0L);
    for (int i = 1; i < calls; i++) {
      call(nanos);
    }
    return first;
  }

  /// Sends calls for so many seconds.
  ///
  /// @param rate calls a second; empty for as many as come back
  Round run(Optional<Integer> rate, int seconds) throws InterruptedException {
    var nanos = new ConcurrentHashMap<String, Long>();
    refused.set(0);
    long began = System.nanoTime();
    try (ExecutorService callers = Executors.newVirtualThreadPerTaskExecutor()) {
      if (rate.isPresent()) {
        atRate(rate.get(), seconds, callers, nanos);
      } else {
        allTheTime(seconds, callers, nanos);
      }
    }
    return new Round(nanos, refused.get(), (System.nanoTime() - began) / 1e9, logs);
  }

  private void atRate(int rate, int seconds, ExecutorService callers, Map<String, Long> nanos) {
    long began = System.nanoTime();
    for (int i = 0; i < rate * seconds; i++) {
      long due = began + i * 1_000_000_000L / rate;
      LockSupport.parkNanos(due - System.nanoTime());
      callers.execute(() -> call(nanos));
    }
  }

  private void allTheTime(int seconds, ExecutorService callers, Map<String, Long> nanos)
      throws InterruptedException {
    var places = new Semaphore(UNDER_WAY);
    long end = System.nanoTime() + seconds * 1_000_000_000L;
    while (System.nanoTime() < end) {
      places.acquire();
      callers.execute(() -> {
        try {
          call(nanos);
        } finally {
          places.release();
        }
      });
    }
  }

  // A call that is turned away has no time, and is told by its absence.
  private void call(Map<String, Long> nanos) {
    String id = "%s-%d".formatted(provider, number.incrementAndGet());
    try {
      Connection free = idle.poll();
      Connection connection = free == null ? new Connection(port) : free;
      byte[] request = request(id);
      long began = System.nanoTime();
      connection.ask(request);
      nanos.put(id, System.nanoTime() - began);
      idle.add(connection);
    } catch (IOException e) {
      refused.incrementAndGet();
    }
  }

  private byte[] request(String id) {
    String word = id.replace("-", "zx").replaceAll("\\d", "$0q");
    String body =
        "{\"ingredients\":[\"vatten\",\"havre\",\"%s\"],\"provider\":\"%s\"}"
            .formatted(word, provider);
    return """
    POST /analyze-text HTTP/1.1\r
    Host: localhost\r
    X-Request-Id: %s\r
    Content-Type: application/json\r
    Content-Length: %d\r
    \r
    %s\
    """
        .formatted(id, body.length(), body)
        .getBytes(StandardCharsets.US_ASCII);
  }

  /// A kept-alive connection.
  private static final class Connection {
    private final Socket socket;
    private final Answers answers;

    Connection(int port) throws IOException {
      this.socket = new Socket(InetAddress.getLoopbackAddress(), port);
      socket.setTcpNoDelay(true);
      this.answers = new Answers(socket.getInputStream());
    }

    void ask(byte[] request) throws IOException {
      socket.getOutputStream().write(request);
      answers.read();
    }
  }
}
