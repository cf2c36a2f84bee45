package koalens.server.api;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import java.util.function.ToDoubleFunction;
import koalens.engine.knowledge.Status;

/// What is counted, and `GET /metrics`. No label holds what a person typed. Thread-safe.
final class Metrics implements AutoCloseable {
  static final String CONTENT_TYPE = "text/plain; version=0.0.4; charset=utf-8";

  private static final Duration[] BOUNDS = {
    Duration.ofMillis(1),
    Duration.ofMillis(5),
    Duration.ofMillis(10),
    Duration.ofMillis(25),
    Duration.ofMillis(50),
    Duration.ofMillis(100),
    Duration.ofMillis(250),
    Duration.ofMillis(500),
    Duration.ofSeconds(1),
    Duration.ofSeconds(5)
  };

  private final PrometheusMeterRegistry registry =
      new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
  private final ProcessMetrics process = new ProcessMetrics();
  private final Map<Served, Timer> requests = new ConcurrentHashMap<>();
  private final Map<Status, Counter> analyses = new ConcurrentHashMap<>();

  private record Served(String method, String route, int status) {}

  /// Where further meters are registered.
  MeterRegistry registry() {
    return registry;
  }

  /// Shows a number that goes up and down.
  void watch(String name, String meaning, Supplier<Number> number) {
    Gauge.builder(name, number).description(meaning).register(registry);
  }

  /// Shows a number that only goes up.
  ///
  /// @param counter knows it; not held, so somebody else must hold it
  <T> void watchCount(String name, String meaning, T counter, ToDoubleFunction<T> number) {
    FunctionCounter.builder(name, counter, number).description(meaning).register(registry);
  }

  void countRequest(String method, String route, int status, Duration duration) {
    var served = new Served(method, route, status);
    Timer timer = requests.get(served);
    (timer == null ? requests.computeIfAbsent(served, this::timer) : timer).record(duration);
  }

  private Timer timer(Served served) {
    return Timer.builder("http.server.request.duration")
        .description("requests answered")
        .tag("http.request.method", served.method())
        .tag("http.route", served.route())
        .tag("http.response.status.code", Integer.toString(served.status()))
        .serviceLevelObjectives(BOUNDS)
        .register(registry);
  }

  void countAnalysis(Status status) {
    analyses.computeIfAbsent(status, this::counter).increment();
  }

  private Counter counter(Status status) {
    return Counter.builder("koalens.analyses")
        .description("labels judged and kept")
        .tag("status", status.word())
        .register(registry);
  }

  Answer answer(Call call) {
    return Answer.of(200, CONTENT_TYPE, scrape());
  }

  /// Every figure, as Prometheus reads them.
  byte[] scrape() {
    process.watchIn(registry);
    return registry.scrape().getBytes(StandardCharsets.UTF_8);
  }

  @Override
  public void close() {
    process.close();
    registry.close();
  }
}
