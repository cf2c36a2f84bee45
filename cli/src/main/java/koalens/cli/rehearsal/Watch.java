package koalens.cli.rehearsal;

import java.io.File;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import koalens.operations.alerting.AlertFile;
import koalens.operations.alerting.Site;

/// The real Prometheus, Alertmanager and blackbox exporter, watching staging by the real alerts
/// with short times.
final class Watch {
  private static final String PROMETHEUS = "prometheus";
  private static final String ALERTMANAGER = "prometheus-alertmanager";
  private static final String BLACKBOX = "prometheus-blackbox-exporter";

  private final Path folder;
  private final Programs programs;
  private final int prometheus;
  private final int alertmanager;

  private Watch(Path folder, Programs programs, int prometheus, int alertmanager) {
    this.folder = folder;
    this.programs = programs;
    this.prometheus = prometheus;
    this.alertmanager = alertmanager;
  }

  /// Where Alertmanager is.
  String alertmanager() {
    return "http://127.0.0.1:" + alertmanager;
  }

  /// The programs that are not installed.
  static List<String> missing() {
    return List.of(PROMETHEUS, ALERTMANAGER, BLACKBOX).stream()
        .filter(program -> !isInstalled(program))
        .toList();
  }

  private static boolean isInstalled(String program) {
    return Arrays.stream(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator))
        .anyMatch(place -> Files.isExecutable(Path.of(place, program)));
  }

  /// Starts them.
  static Watch start(
      Path alerts, URI server, URI metrics, String hook, Path folder, Programs programs)
      throws IOException {
    Files.createDirectories(folder);
    int alertmanager = Programs.freePort();
    int blackbox = Programs.freePort();
    var watch = new Watch(folder, programs, Programs.freePort(), alertmanager);
    Path slack = Files.writeString(folder.resolve("slack-url"), hook);
    Site site = site(server, metrics, slack, blackbox, alertmanager);
    AlertFile file = AlertFile.read(alerts).at(site).firingAfter(Duration.ofSeconds(2));
    for (Map.Entry<String, String> made : file.generate().entrySet()) {
      Files.writeString(folder.resolve(made.getKey()), made.getValue());
    }
    watch.run(BLACKBOX, "blackbox.yml", blackbox);
    watch.run(
        ALERTMANAGER,
        "alertmanager.yml",
        alertmanager,
        "--storage.path=alertmanager",
        "--cluster.listen-address=");
    watch.run(PROMETHEUS, "prometheus.yml", watch.prometheus, "--storage.tsdb.path=prometheus");
    return watch;
  }

  private static Site site(URI server, URI metrics, Path slack, int blackbox, int alertmanager) {
    Duration second = Duration.ofSeconds(1);
    return new Site(
        server.resolve("/health"),
        metrics,
        "127.0.0.1:" + blackbox,
        "127.0.0.1:" + alertmanager,
        second,
        second,
        slack.toString(),
        // Nobody takes e-mail here; a test of KoaLens lets some arrive.
        "127.0.0.1:1",
        "rehearsal@koalens.invalid",
        Optional.empty(),
        "",
        false,
        server);
  }

  private void run(String program, String config, int port, String... more) throws IOException {
    var command = new java.util.ArrayList<String>();
    command.add(program);
    command.add("--config.file=" + config);
    command.add("--web.listen-address=127.0.0.1:" + port);
    command.addAll(List.of(more));
    programs.start(
        folder, Map.of(), Redirect.appendTo(folder.resolve(program + ".log").toFile()), command);
  }

  /// Whether Prometheus has seen the server answer.
  boolean seesServer() {
    try (var in =
        URI.create(
                "http://127.0.0.1:%d/api/v1/query?query=probe_http_status_code"
                    .formatted(prometheus))
            .toURL()
            .openStream()) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8).contains("\"200\"");
    } catch (IOException e) {
      return false;
    }
  }
}
