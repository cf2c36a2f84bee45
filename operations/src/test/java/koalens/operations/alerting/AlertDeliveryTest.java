package koalens.operations.alerting;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import com.sun.net.httpserver.HttpServer;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The real Prometheus, Alertmanager and blackbox exporter, watching a server that dies.
class AlertDeliveryTest {
  private static final Duration PATIENCE = Duration.ofSeconds(90);
  private static final String PROMETHEUS = "prometheus";
  private static final String ALERTMANAGER = "prometheus-alertmanager";
  private static final String BLACKBOX = "prometheus-blackbox-exporter";

  @TempDir private Path folder = Path.of(".");
  private final List<Process> processes = new ArrayList<>();
  private final ConcurrentLinkedQueue<String> slack = new ConcurrentLinkedQueue<>();

  @AfterEach
  void stopAll() throws InterruptedException {
    for (Process process : processes) {
      process.destroy();
      process.waitFor();
    }
  }

  @Test
  void aDeadServerIsToldToSlackAndByEMailAndSoIsItsReturn()
      throws IOException, InterruptedException {
    for (String program : List.of(PROMETHEUS, ALERTMANAGER, BLACKBOX)) {
      Assumptions.assumeTrue(Tool.isInstalled(program), program + " is not installed");
    }
    var mail = new GreenMail(new ServerSetup(freePort(), "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
    mail.start();
    HttpServer hook = hook();
    int port = freePort();
    HttpServer backend = backend(port);
    try {
      int prometheus = watch(port, hook, mail);
      await(() -> isUp(prometheus), "the first probe");
      backend.stop(0);
      await(() -> told("FIRING"), "the alert in Slack");
      await(() -> mail.getReceivedMessages().length > 0, "the alert by e-mail");
      assertThat(slack).anyMatch(text -> text.contains("/health of koalens-backend-staging"));
      assertThat(slack)
          .anyMatch(
              text -> text.contains("https://koalens.example/docs/how-to/staging-runbook.md#"));
      assertThat(subject(mail.getReceivedMessages()[0])).contains("staging_backend_down");

      backend = backend(port);
      await(() -> told("RESOLVED"), "the return in Slack");
      await(() -> hasResolution(mail), "the return by e-mail");
    } finally {
      backend.stop(0);
      hook.stop(0);
      mail.stop();
    }
  }

  private int watch(int backend, HttpServer hook, GreenMail mail) throws IOException {
    int prometheus = freePort();
    int alertmanager = freePort();
    int blackbox = freePort();
    Path url =
        Files.writeString(
            folder.resolve("slack-url"),
            "http://127.0.0.1:" + hook.getAddress().getPort() + "/hook");
    var site =
        new Site(
            URI.create("http://127.0.0.1:" + backend + "/health"),
            URI.create("http://127.0.0.1:" + backend + "/metrics"),
            "127.0.0.1:" + blackbox,
            "127.0.0.1:" + alertmanager,
            Duration.ofSeconds(1),
            Duration.ofSeconds(1),
            url.toString(),
            "127.0.0.1:" + mail.getSmtp().getPort(),
            "alerts@koalens.example",
            Optional.empty(),
            "",
            false,
            URI.create("https://koalens.example/"));
    AlertFile file = AlertFile.read(AlertFileTest.STAGING);
    Tool.make(file.at(site).firingAfter(Duration.ofSeconds(2)), folder);
    start(BLACKBOX, "--config.file=blackbox.yml", "--web.listen-address=127.0.0.1:" + blackbox);
    start(
        ALERTMANAGER,
        "--config.file=alertmanager.yml",
        "--storage.path=alertmanager",
        "--cluster.listen-address=",
        "--web.listen-address=127.0.0.1:" + alertmanager);
    start(
        PROMETHEUS,
        "--config.file=prometheus.yml",
        "--storage.tsdb.path=prometheus",
        "--web.listen-address=127.0.0.1:" + prometheus);
    return prometheus;
  }

  private void start(String... command) throws IOException {
    processes.add(
        new ProcessBuilder(command)
            .directory(folder.toFile())
            .redirectErrorStream(true)
            .redirectOutput(folder.resolve(command[0] + ".log").toFile())
            .start());
  }

  private HttpServer hook() throws IOException {
    HttpServer hook = server(0);
    hook.createContext(
        "/hook",
        call -> {
          slack.add(new String(call.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
          call.sendResponseHeaders(200, -1);
          call.close();
        });
    hook.start();
    return hook;
  }

  private static HttpServer backend(int port) throws IOException {
    HttpServer backend = server(port);
    byte[] ok = "{\"status\":\"ok\"}".getBytes(StandardCharsets.UTF_8);
    backend.createContext(
        "/",
        call -> {
          boolean health = call.getRequestURI().getPath().equals("/health");
          call.sendResponseHeaders(200, health ? ok.length : -1);
          if (health) {
            call.getResponseBody().write(ok);
          }
          call.close();
        });
    backend.start();
    return backend;
  }

  private static HttpServer server(int port) throws IOException {
    return HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
  }

  private static boolean isUp(int prometheus) {
    try (var in =
        URI.create("http://127.0.0.1:" + prometheus + "/api/v1/query?query=" + Queries.PROBE)
            .toURL()
            .openStream()) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8).contains("\"200\"");
    } catch (IOException e) {
      return false;
    }
  }

  private boolean told(String status) {
    return slack.stream().anyMatch(text -> text.contains("[" + status + "] staging_backend_down"));
  }

  private static boolean hasResolution(GreenMail mail) {
    return Arrays.stream(mail.getReceivedMessages())
        .anyMatch(message -> subject(message).contains("RESOLVED"));
  }

  private static String subject(MimeMessage message) {
    try {
      return message.getSubject();
    } catch (MessagingException e) {
      throw new IllegalStateException(e);
    }
  }

  private static void await(BooleanSupplier happened, String what) throws InterruptedException {
    long until = System.nanoTime() + PATIENCE.toNanos();
    while (!happened.getAsBoolean()) {
      assertThat(System.nanoTime()).as(what + " did not come").isLessThan(until);
      Thread.sleep(100);
    }
  }

  private static int freePort() throws IOException {
    try (var socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    }
  }
}
