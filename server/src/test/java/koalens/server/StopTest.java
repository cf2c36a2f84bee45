package koalens.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.lang.ref.WeakReference;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import koalens.backend.configure.Application;
import koalens.backend.configure.Settings;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

class StopTest {
  private static final Pattern ID = Pattern.compile("\"id\":\"([^\"]+)\"");

  @TempDir private Path folder = Path.of(".");

  private Settings settings(String... more) {
    return Settings.read(TestServer.environment(folder, more));
  }

  @Test
  void answersTheRequestUnderWayAndKeepsItsAnalysis() throws Exception {
    KoalensServer server = KoalensServer.start(settings());
    String answer;
    try (Socket socket = TestServer.connect(server.port())) {
      send(socket, "POST /analyze-text HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\n");
      send(socket, "Content-Length: 17\r\n\r\n{\"text\":");
      awaitActive(server);
      int port = server.port();
      Thread stopping = Thread.ofPlatform().start(server::close);
      while (accepts(port)) {
        Thread.sleep(20);
      }
      send(socket, "\"Vatten\"}");
      answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      stopping.join();
    }
    assertThat(answer).startsWith("HTTP/1.1 200").contains("\"isVegan\":true");
    Matcher id = ID.matcher(answer);
    assertThat(id.find()).isTrue();
    try (Application after = Application.open(settings())) {
      assertThat(after.ledger().find(id.group(1))).isPresent();
    }
  }

  @Test
  void letsItsPortGoWhenThatOfItsFiguresIsTaken() throws IOException {
    InetAddress here = InetAddress.getLoopbackAddress();
    int port;
    try (var free = new ServerSocket(0, 1, here)) {
      port = free.getLocalPort();
    }
    try (var taken = new ServerSocket(0, 1, here)) {
      Settings settings = settings("PORT=" + port, "METRICS_PORT=" + taken.getLocalPort());
      assertThatThrownBy(() -> KoalensServer.start(settings)).hasMessageContaining("METRICS_PORT");
      assertThat(accepts(port)).isFalse();
    }
  }

  @Test
  @Timeout(120)
  void letsItsMemoryGo() throws InterruptedException {
    WeakReference<Settings> held = heldByAStoppedServer();
    while (held.get() != null) {
      System.gc();
      Thread.sleep(50);
    }
  }

  private WeakReference<Settings> heldByAStoppedServer() {
    Settings settings = settings();
    KoalensServer.start(settings).close();
    return new WeakReference<>(settings);
  }

  @Test
  void stopsInTimeThoughARequestNeverEnds() throws Exception {
    KoalensServer server = KoalensServer.start(settings("SHUTDOWN_GRACE_MS=300"));
    try (Socket socket = TestServer.connect(server.port())) {
      send(socket, "POST /analyze-text HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\n");
      send(socket, "Content-Length: 17\r\n\r\n{\"text\":");
      awaitActive(server);
      long began = System.nanoTime();
      server.close();
      assertThat((System.nanoTime() - began) / 1e9).isLessThan(5);
    }
  }

  @Test
  void leavesNothingButTheDatabaseBehind() throws IOException {
    try (TestServer server = TestServer.startIn(folder)) {
      server.ask("{\"text\":\"Vatten\"}");
      server.ask("{\"text\":\"Mjölk\"}");
    }
    try (var files = Files.list(folder)) {
      assertThat(files.map(path -> path.getFileName().toString())).containsExactly("koalens.db");
    }
    try (Application after = Application.open(settings())) {
      assertThat(after.ledger().count()).isEqualTo(2);
    }
  }

  @Test
  void mayBeStoppedTwice() {
    KoalensServer server = KoalensServer.start(settings());
    int port = server.port();
    server.close();
    server.close();
    assertThat(accepts(port)).isFalse();
  }

  @Test
  void letsGoOfTheDatabaseWhenThePortIsTaken() throws IOException {
    try (KoalensServer server = KoalensServer.start(settings())) {
      assertThatThrownBy(() -> KoalensServer.start(settings("PORT=" + server.port())))
          .hasMessageContaining("choose another PORT");
    }
    try (var files = Files.list(folder)) {
      assertThat(files.map(path -> path.getFileName().toString())).containsExactly("koalens.db");
    }
  }

  private static void send(Socket socket, String text) throws IOException {
    socket.getOutputStream().write(text.getBytes(StandardCharsets.UTF_8));
  }

  private static void awaitActive(KoalensServer server) throws IOException, InterruptedException {
    String metrics = "";
    while (!metrics.contains("requests_active 1.0")) {
      Thread.sleep(20);
      try (Socket socket = TestServer.connect(server.port())) {
        send(socket, "GET /metrics HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n");
        metrics = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      }
    }
  }

  private static boolean accepts(int port) {
    try (Socket socket = TestServer.connect(port)) {
      return socket.isConnected();
    } catch (IOException e) {
      return false;
    }
  }
}
