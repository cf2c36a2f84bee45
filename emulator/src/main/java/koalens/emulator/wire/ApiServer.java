package koalens.emulator.wire;

import io.helidon.common.socket.SocketOptions;
import io.helidon.http.HeaderNames;
import io.helidon.http.Status;
import io.helidon.webserver.WebServer;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import koalens.emulator.scenario.Dice;
import koalens.emulator.scenario.Fate;
import koalens.emulator.scenario.Fates;
import koalens.emulator.scenario.Fault;
import koalens.emulator.scenario.Scenario;
import koalens.emulator.scenario.WireFault;

/// Serves one provider's API on loopback under a scenario, and keeps a record of every call.
/// Thread-safe.
public final class ApiServer implements AutoCloseable {
  /// The header that every answer carries.
  public static final String ANNOUNCEMENT = "X-KoaLens-Emulator";

  private static final long LARGEST = 4L << 30;

  private final String provider;
  private final Scenario scenario;
  private final Fates fates;
  private final Api api;
  private final Connections connections = new Connections();
  private final CountDownLatch closing = new CountDownLatch(1);
  private final Consumer<ServedCall> record;
  private final AtomicLong lookUps = new AtomicLong();
  private final WebServer web;

  /// A server that listens.
  ///
  /// @param port 0 for any free one
  /// @param record told of every call, once its answer is out, on the thread that served it
  /// @throws IllegalStateException when the port is taken
  public ApiServer(
      String provider,
      Scenario scenario,
      Fates fates,
      Api api,
      int port,
      Consumer<ServedCall> record) {
    this.provider = provider;
    this.scenario = scenario;
    this.fates = fates;
    this.api = api;
    this.record = record;
    this.web = web(port).start();
    if (!web.isRunning()) {
      throw new IllegalStateException(
          "cannot listen on port %d: it is taken or not allowed".formatted(port));
    }
  }

  private WebServer web(int port) {
    SocketOptions options =
        SocketOptions.builder().readTimeout(Duration.ofMinutes(1)).tcpNoDelay(true).build();
    return WebServer.builder()
        .host("127.0.0.1")
        .port(port)
        .shutdownHook(false)
        .shutdownGracePeriod(Duration.ofMillis(50))
        .maxPayloadSize(LARGEST)
        .connectionOptions(connections.options(options))
        .protocolsDiscoverServices(false)
        .featuresDiscoverServices(false)
        .addConnectionSelector(connections.selector())
        .routing(routing -> routing.any(this::handle))
        .build();
  }

  /// The port it listens on.
  public int port() {
    return web.port();
  }

  @Override
  public void close() {
    closing.countDown();
    web.stop();
  }

  private void handle(ServerRequest incoming, ServerResponse outgoing) {
    Request request = new RequestReader(api.largestBody()).read(incoming);
    long began = System.nanoTime();
    Instant received = Instant.now();
    Fate fate = fate(request);
    Reply reply = announced(request.tooLarge() ? api.tooLarge(request) : answer(request, fate));
    var line = new Line(connections, incoming.remotePeer().port(), closing);
    try {
      rest(line, api.latency(request, fate), began);
      send(reply, fate.fault(), line, outgoing);
    } finally {
      record.accept(
          call(request, reply, fate, received, Duration.ofNanos(System.nanoTime() - began)));
    }
  }

  private Reply answer(Request request, Fate fate) {
    return request.path().equals("/koalens-emulator")
        ? Reply.json(200, "{\"emulator\":\"%s\"}".formatted(provider))
        : api.answer(request, fate);
  }

  private Fate fate(Request request) {
    if (api.isFated(request)) {
      return fates.draw(request.body().bytes());
    }
    Dice dice = Dice.of(scenario.seed(), request.body().bytes(), lookUps.incrementAndGet());
    return new Fate(
        dice.letters(16),
        Duration.ZERO,
        api.breaksDown(request) ? fates.outage() : Optional.empty(),
        scenario.accuracy(),
        Optional.empty(),
        dice);
  }

  private Reply announced(Reply reply) {
    return reply.with(ANNOUNCEMENT, provider + "; seed=" + scenario.seed());
  }

  private static void rest(Line line, Duration latency, long began) {
    line.rest(latency.minusNanos(System.nanoTime() - began));
  }

  private void send(Reply reply, Optional<Fault> fault, Line line, ServerResponse outgoing) {
    if (fault.orElse(null) instanceof WireFault wire) {
      new FaultyLine(line, scenario.extremes()).send(reply, wire);
      throw line.closed();
    }
    outgoing.status(Status.create(reply.status()));
    reply.headers().forEach((name, value) -> outgoing.header(HeaderNames.create(name), value));
    if (reply.streamed()) {
      stream(reply, line, outgoing);
    } else {
      outgoing.send(reply.pieces().isEmpty() ? new byte[0] : reply.pieces().getFirst().bytes());
    }
  }

  private void stream(Reply reply, Line line, ServerResponse outgoing) {
    Duration pause = pause(reply);
    try (OutputStream out = outgoing.outputStream()) {
      for (Content piece : reply.pieces()) {
        out.write(piece.bytes());
        out.flush();
        line.rest(pause);
      }
    } catch (IOException e) {
      throw line.closed();
    }
  }

  private Duration pause(Reply reply) {
    int speed = scenario.tokensPerSecond();
    return speed == 0
        ? Duration.ZERO
        : Duration.ofSeconds(reply.usage().outputTokens())
            .dividedBy(Math.multiplyExact((long) speed, reply.pieces().size()));
  }

  private ServedCall call(
      Request request, Reply reply, Fate fate, Instant received, Duration serviceTime) {
    return new ServedCall(
        provider,
        api.requestId(fate),
        request.method(),
        request.path(),
        received,
        serviceTime,
        reply.status(),
        fate.fault(),
        reply.usage());
  }
}
