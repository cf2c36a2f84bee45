package koalens.cli.rehearsal;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;
import koalens.operations.fly.FlyConfig;
import tools.jackson.databind.json.JsonMapper;

/// An app at the stand-in for Fly: its address, secrets, releases and machine. A release goes to
/// work as `bluegreen` does: the new machine beside the old, which ends when the new one is
/// healthy.
final class App implements AutoCloseable {
  private static final String REGISTRY = "registry.example/";
  private static final JsonMapper JSON = new JsonMapper();

  private final String name;
  private final Path folder;
  private final Koalens koalens;
  private final Gateway gateway;
  private final Gateway metrics;
  private final Map<String, String> secrets = new TreeMap<>();
  private final List<Release> releases = new ArrayList<>();
  private Optional<Machine> serving = Optional.empty();
  private int machines;

  private record Release(int version, String status, String image) {}

  private App(String name, Path folder, Koalens koalens, Gateway gateway, Gateway metrics) {
    this.name = name;
    this.folder = folder;
    this.koalens = koalens;
    this.gateway = gateway;
    this.metrics = metrics;
  }

  static App make(String name, Path folder, Koalens koalens) throws IOException {
    return new App(name, folder, koalens, Gateway.open(), Gateway.open());
  }

  Gateway gateway() {
    return gateway;
  }

  /// Where its figures are: what Fly's private network is there.
  URI metrics() {
    return metrics.address().resolve("/metrics");
  }

  /// Where its machines log.
  Path logs() {
    return folder.resolve("log");
  }

  synchronized List<String> secretNames() {
    return List.copyOf(secrets.keySet());
  }

  synchronized int secrets(FlyCall call, Consumer<String> say) {
    if (call.has("import")) {
      call.input().lines().filter(line -> line.contains("=")).forEach(this::keep);
      say.accept("Secrets are staged for the first deployment");
      return 0;
    }
    say.accept(
        JSON.writeValueAsString(
            secrets.keySet().stream()
                .map(key -> Map.of("name", key, "digest", "0", "status", "Deployed"))
                .toList()));
    return 0;
  }

  // As flyctl reads them: what stands in quotes.
  private void keep(String line) {
    int equals = line.indexOf('=');
    String value = line.substring(equals + 1);
    boolean quoted = value.length() > 1 && value.startsWith("\"") && value.endsWith("\"");
    secrets.put(line.substring(0, equals), quoted ? value.substring(1, value.length() - 1) : value);
  }

  synchronized int releases(Consumer<String> say) {
    say.accept(
        JSON.writeValueAsString(
            releases.reversed().stream()
                .map(release ->
                    Map.of(
                        "Version", release.version(),
                        "Status", release.status(),
                        "ImageRef", release.image()))
                .toList()));
    return 0;
  }

  synchronized int deploy(FlyCall call, Consumer<String> say)
      throws IOException, InterruptedException {
    FlyConfig config = FlyConfig.read(call.folder().resolve(call.value("--config").orElse("")));
    String image =
        call.value("--image")
            .orElseGet(() -> REGISTRY + name + ":" + call.value("--image-label").orElse("latest"));
    say.accept("image: " + image);
    Map<String, String> settings = settings(config, image);
    boolean releaseCommand = config.hasReleaseCommand() && !call.has("--skip-release-command");
    if (releaseCommand && !migrates(settings, say)) {
      return failed(image, "Error: release_command failed", say);
    }
    return put(settings, image, say);
  }

  private Map<String, String> settings(FlyConfig config, String image) {
    var settings = new HashMap<>(config.environment());
    settings.putAll(secrets);
    settings.put("KOALENS_COMMIT", image.substring(image.lastIndexOf(":git-") + 5));
    return settings;
  }

  private boolean migrates(Map<String, String> settings, Consumer<String> say)
      throws IOException, InterruptedException {
    say.accept("Running " + name + " release_command: migrate");
    var environment = new HashMap<>(settings);
    environment.put("DATA_DIR", folder.resolve("release-command").toString());
    environment.put("RELEASE_COMMAND", "1");
    return koalens.run(Path.of("").toAbsolutePath(), environment, say, List.of("migrate")) == 0;
  }

  private int put(Map<String, String> settings, String image, Consumer<String> say)
      throws IOException, InterruptedException {
    Machine next = start(settings);
    if (!next.isHealthy()) {
      next.end();
      return failed(image, "Error: the new machine did not pass its health check", say);
    }
    lead(next);
    serving.ifPresent(Machine::end);
    serving = Optional.of(next);
    releases.add(new Release(releases.size() + 1, "complete", image));
    say.accept("Visit your newly deployed app at " + gateway.address());
    return 0;
  }

  private void lead(Machine machine) {
    gateway.lead(machine.port());
    metrics.lead(machine.metricsPort());
  }

  private Machine start(Map<String, String> settings) throws IOException {
    machines++;
    return Machine.start(koalens, folder.resolve("machine-" + machines), settings);
  }

  private int failed(String image, String why, Consumer<String> say) {
    releases.add(new Release(releases.size() + 1, "failed", image));
    say.accept(why);
    return 1;
  }

  /// Kills the machine as a crash would.
  synchronized void crash() throws InterruptedException {
    if (serving.isPresent()) {
      serving.get().process().destroyForcibly().waitFor();
    }
  }

  /// Starts the machine again, with what it had.
  synchronized boolean restart() throws IOException, InterruptedException {
    Machine again = start(serving.orElseThrow().environment());
    serving = Optional.of(again);
    lead(again);
    return again.isHealthy();
  }

  @Override
  public void close() {
    gateway.close();
    metrics.close();
  }
}
