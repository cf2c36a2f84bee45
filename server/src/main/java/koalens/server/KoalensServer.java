package koalens.server;

import io.helidon.common.mapper.DefaultMapperProvider__ServiceDescriptor;
import io.helidon.common.mapper.DefaultResolverService__ServiceDescriptor;
import io.helidon.common.mapper.MappersFactory__ServiceDescriptor;
import io.helidon.service.registry.GlobalServiceRegistry;
import io.helidon.service.registry.ServiceRegistryConfig;
import io.helidon.service.registry.ServiceRegistryManager;
import io.helidon.webserver.WebServer;
import io.helidon.webserver.http1.Http1Config;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import koalens.backend.configure.Application;
import koalens.backend.configure.Limits;
import koalens.backend.configure.Settings;
import koalens.server.api.Api;
import koalens.server.api.AttendedConnections;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// A running server. Stops when closed or when the process is asked to: it takes no new
/// connections, finishes what is under way within the grace its settings give, and keeps every
/// analysis it answered. Thread-safe.
public final class KoalensServer implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(KoalensServer.class);

  private final Application application;
  private final AtomicBoolean stopping = new AtomicBoolean();
  private final CountDownLatch stopped = new CountDownLatch(1);
  private final Api api;
  private final WebServer web;
  private final Optional<WebServer> figures;
  private final Thread hook = Thread.ofPlatform().name("stop").unstarted(this::stop);

  private KoalensServer(Application application) {
    this.application = application;
    this.api = Api.of(application, stopping::get);
    this.web = web(application.settings(), api);
    this.figures =
        application
            .settings()
            .metricsPort()
            .map(port -> figures(application.settings(), port, api));
  }

  /// A server that listens. Takes over how this process logs.
  ///
  /// @throws RuntimeException when the database cannot be used or the port is taken
  public static KoalensServer start(Settings settings) {
    var times = new StartTimes();
    Logging.configure(settings);
    times.ended("logging");
    withoutDiscovery();
    times.ended("services");
    Application application = Application.open(settings);
    times.ended("application");
    var server = new KoalensServer(application);
    times.ended("routes");
    try {
      server.listen();
      times.ended("listening");
      times.log(LOG);
      return server;
    } catch (RuntimeException e) {
      server.release();
      throw e;
    }
  }

  // All that Helidon is to do here is said in web(), but for how it reads a query; to look for more
  // in every library takes time.
  private static void withoutDiscovery() {
    var config =
        ServiceRegistryConfig.builder()
            .discoverServices(false)
            .discoverServicesFromServiceLoader(false)
            .addServiceDescriptor(DefaultMapperProvider__ServiceDescriptor.INSTANCE)
            .addServiceDescriptor(DefaultResolverService__ServiceDescriptor.INSTANCE)
            .addServiceDescriptor(MappersFactory__ServiceDescriptor.INSTANCE)
            .build();
    GlobalServiceRegistry.registry(() -> ServiceRegistryManager.create(config).registry());
    // To tell the log which parts of Helidon there are, it would list all files of all libraries.
    System.setProperty("io.helidon.metadata.mode", "none");
    // Which classes may be read from a stream of objects is asked of every library: none may.
    System.setProperty("helidon.serialFilter.ignoreFiles", "true");
  }

  private void listen() {
    start(web, application.settings().port(), "PORT");
    figures.ifPresent(
        own -> start(own, application.settings().metricsPort().orElse(0), "METRICS_PORT"));
    Runtime.getRuntime().addShutdownHook(hook);
    application.settings().notes().forEach(LOG::warn);
    LOG.atInfo()
        .addKeyValue("port", port())
        .addKeyValue("environment", application.settings().environment().word())
        .addKeyValue("version", application.version().version())
        .log("listening");
  }

  // Helidon logs that it could not, and returns.
  private static void start(WebServer server, int port, String setting) {
    server.start();
    if (!server.isRunning()) {
      throw new IllegalStateException(
          "cannot listen on port %d: it is taken or not allowed; choose another %s"
              .formatted(port, setting));
    }
  }

  private static WebServer figures(Settings settings, int port, Api api) {
    return WebServer.builder()
        .host(settings.host())
        .port(port)
        .shutdownHook(false)
        .featuresDiscoverServices(false)
        .routing(api::addFiguresTo)
        .build();
  }

  private static WebServer web(Settings settings, Api api) {
    Limits limits = settings.limits();
    return WebServer.builder()
        .host(settings.host())
        .port(settings.port())
        .shutdownHook(false)
        .shutdownGracePeriod(limits.shutdownGrace())
        .maxTcpConnections(limits.connections())
        .maxPayloadSize(largestBody(settings) + limits.discardedBytes())
        .connectionOptions(options -> options.readTimeout(limits.requestTimeout()).tcpNoDelay(true))
        .idleConnectionTimeout(limits.idleConnection())
        .idleConnectionPeriod(Duration.ofSeconds(10))
        .protocolsDiscoverServices(false)
        .addConnectionSelector(new AttendedConnections(http(limits)))
        .featuresDiscoverServices(false)
        .directHandlers(api.directHandlers())
        .routing(api::addTo)
        .build();
  }

  private static long largestBody(Settings settings) {
    return Math.max(settings.limits().bodyBytes(), Api.largestMediaBody(settings));
  }

  private static Http1Config http(Limits limits) {
    return Http1Config.builder()
        .maxHeadersSize(limits.headerBytes())
        .maxPrologueLength(limits.headerBytes())
        // Every value is the server's own, or was checked when it was read.
        .validateResponseHeaders(false)
        .build();
  }

  /// The port it listens on.
  public int port() {
    return web.port();
  }

  /// The port of its own that `/metrics` has, when there is one.
  public Optional<Integer> metricsPort() {
    return figures.map(WebServer::port);
  }

  /// Returns when the server has stopped.
  ///
  /// @throws InterruptedException when the waiting thread is interrupted
  public void awaitStop() throws InterruptedException {
    stopped.await();
  }

  /// Stops as a request to the process would; returns when it has stopped.
  @Override
  public void close() {
    stop();
    try {
      Runtime.getRuntime().removeShutdownHook(hook);
    } catch (IllegalStateException e) {
      // The process is stopping: the hook runs or has run.
    }
  }

  private void stop() {
    if (!stopping.compareAndSet(false, true)) {
      return;
    }
    LOG.info("stopping");
    try {
      release();
    } finally {
      LOG.info("stopped");
      stopped.countDown();
    }
  }

  private void release() {
    try {
      stop(web);
      figures.ifPresent(KoalensServer::stop);
    } finally {
      application.close();
      api.close();
    }
  }

  private static void stop(WebServer server) {
    if (server.isRunning()) {
      server.stop();
    }
  }
}
