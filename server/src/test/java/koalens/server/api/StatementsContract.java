package koalens.server.api;

import static koalens.server.TestServer.json;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import jdk.jfr.Recording;
import jdk.jfr.consumer.RecordedEvent;
import jdk.jfr.consumer.RecordedFrame;
import jdk.jfr.consumer.RecordingFile;
import koalens.server.TestServer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// How many statements the database is given for a request, which a busy machine does not change:
/// the flight recorder notes each call of the driver's method that all of them go through.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class StatementsContract {
  private static final String LABEL = "{\"text\":\"Ingredienser: vatten, socker, mjölk\"}";
  private static final String NOBODY = "";
  private static final int ASKED = 10;

  @TempDir private Path folder;
  private final TestServer server = TestServer.start(database(), "ANALYSES_PER_MONTH=1000");

  /// The setting for a new, empty database.
  abstract String database();

  /// The driver's type and its method.
  abstract Door door();

  /// What telling who a person is, and counting one request of theirs, takes.
  abstract long forAPerson();

  record Door(String type, String method) {
    /// Whether the event is a statement given through it: not handed on by the driver itself, nor
    /// the pool asking whether a connection that was idle is still there.
    boolean isStatement(RecordedEvent event) {
      List<RecordedFrame> frames = event.getStackTrace().getFrames();
      return event.getEventType().getName().equals("jdk.MethodTrace")
          && !frames.getFirst().getMethod().getType().getName().equals(type)
          && frames.stream().noneMatch(frame -> frame.getMethod().getName().equals("isValid"));
    }
  }

  @AfterAll
  void stop() {
    server.close();
  }

  private interface Asking {
    void requests();
  }

  /// The statements given while requests are answered that were asked before, so that nothing is
  /// done for the first time.
  private List<RecordedEvent> during(Asking asking) throws IOException {
    asking.requests();
    Path file = Files.createTempFile(folder, "statements", ".jfr");
    try (var recording = new Recording()) {
      recording
          .enable("jdk.MethodTrace")
          .with("filter", door().type() + "::" + door().method())
          .withStackTrace();
      recording.start();
      asking.requests();
      recording.stop();
      recording.dump(file);
    }
    return RecordingFile.readAllEvents(file).stream().filter(door()::isStatement).toList();
  }

  private static long byRequests(List<RecordedEvent> statements) {
    return statements.stream().filter(statement -> statement.getThread().isVirtual()).count();
  }

  private static long byLedger(List<RecordedEvent> statements) {
    return statements.stream()
        .filter(statement -> "ledger-writer".equals(statement.getThread().getJavaName()))
        .count();
  }

  private HttpResponse<String> call(String method, String path, String token, String body) {
    var request = server.request(path).method(method, BodyPublishers.ofString(body));
    if (!token.isEmpty()) {
      request.header("Authorization", "Bearer " + token);
    }
    HttpResponse<String> answer = server.send(request.header("Content-Type", "application/json"));
    assertThat(answer.statusCode()).isBetween(200, 299);
    return answer;
  }

  private String newToken() {
    return json(call("POST", "/devices", NOBODY, "")).get("token").asString();
  }

  private void analyze(String token) {
    for (int i = 0; i < ASKED; i++) {
      call("POST", "/analyze-text", token, LABEL);
    }
    // They reach the database a moment after their answers.
    awaitKept();
  }

  private void awaitKept() {
    long until = System.nanoTime() + TimeUnit.MINUTES.toNanos(1);
    while (!server.get("/metrics").body().contains("koalens_ledger_waiting 0.0")) {
      assertThat(System.nanoTime()).as("the ledger still waits").isLessThan(until);
      LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(20));
    }
  }

  // A transaction is begun, filled and committed; SQLite's driver begins another and commits it.
  @Test
  void anAnalysisGivesNoneItselfAndTheLedgerFiveAtMostForThoseThatGathered() throws IOException {
    List<RecordedEvent> given = during(() -> analyze(NOBODY));
    assertThat(byRequests(given)).isZero();
    assertThat(byLedger(given)).isBetween(1L, 5L * ASKED);
  }

  @Test
  void anAnalysisOfAPersonTakesFromTheAllowanceInOne() throws IOException {
    String token = newToken();
    assertThat(byRequests(during(() -> analyze(token)))).isEqualTo((forAPerson() + 1) * ASKED);
  }

  @Test
  void whoReadsTheUsageReadsOne() throws IOException {
    String token = newToken();
    assertThat(byRequests(during(() -> call("GET", "/usage", token, ""))))
        .isEqualTo(forAPerson() + 1);
  }

  @ParameterizedTest
  @ValueSource(strings = {"/health", "/version", "/ingredients?q=milk", "/additives/e471", "/"})
  void whatIsNotInTheDatabaseIsNotAskedThere(String path) throws IOException {
    assertThat(during(() -> call("GET", path, NOBODY, ""))).isEmpty();
  }
}
