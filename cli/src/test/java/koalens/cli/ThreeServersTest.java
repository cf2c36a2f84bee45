package koalens.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.function.Function;
import koalens.testing.PostgresServer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/// Three server processes on one PostgreSQL, as behind a balancer that sends each request anywhere:
/// whatever must be shared is in the database.
class ThreeServersTest {
  private static final int SERVERS = 3;
  private static final int MONTH = 15;
  private static final int MINUTE = 60;
  private static final int DEVICES = 5;

  @TempDir private static Path folder = Path.of(".");

  private static final List<RunningServer> servers = new ArrayList<>();
  private static PostgresServer postgres = PostgresServer.start();
  private static String database = postgres.createDatabase();

  private static RunningServer launch(int number) {
    return RunningServer.launch(
        folder.resolve("server-" + number),
        Map.of(
            "DATABASE_URL", database,
            "TRUSTED_PROXIES", "127.0.0.1",
            "ANALYSES_PER_MONTH", String.valueOf(MONTH),
            "REQUESTS_PER_MINUTE", String.valueOf(MINUTE),
            "DEVICES_PER_DAY", String.valueOf(DEVICES)));
  }

  /// All at once on an empty database: each finds the schema made or makes it.
  @BeforeAll
  static void startAllAtOnce() throws InterruptedException {
    for (int i = 0; i < SERVERS; i++) {
      servers.add(launch(i));
    }
    for (RunningServer server : servers) {
      server.awaitHealth();
    }
  }

  @AfterAll
  static void stop() {
    servers.forEach(RunningServer::close);
    postgres.close();
  }

  /// So many calls at once, each server getting as many.
  private static List<Integer> codes(int calls, Function<RunningServer, HttpResponse<String>> call)
      throws Exception {
    var work = new ArrayList<Callable<Integer>>();
    for (int i = 0; i < calls; i++) {
      RunningServer server = servers.get(i % SERVERS);
      work.add(() -> call.apply(server).statusCode());
    }
    return Acknowledged.inParallel(work);
  }

  private static List<Integer> times(int code, int times, int otherwise, int others) {
    var codes = new ArrayList<>(Collections.nCopies(times, code));
    codes.addAll(Collections.nCopies(others, otherwise));
    return codes;
  }

  @Test
  void giveAPersonTheirMonthsAnalysesExactly() throws Exception {
    String token = servers.getFirst().newToken();
    assertThat(codes(45, server -> server.analyze(token)))
        .containsExactlyInAnyOrderElementsOf(times(200, MONTH, 429, 30));
    JsonNode usage = RunningServer.json(servers.getLast().get(token, "/usage"));
    assertThat(usage.get("used").asInt()).isEqualTo(MONTH);
    assertThat(ids(servers.get(1), token)).hasSize(MONTH);
  }

  @Test
  void countTheRequestsOfAnAddressTogether() throws Exception {
    assertThat(
            codes(
                90,
                server ->
                    server.send(
                        server.request("/ingredients", "X-Forwarded-For", "203.0.113.9").GET())))
        .containsExactlyInAnyOrderElementsOf(times(200, MINUTE, 429, 30));
  }

  @Test
  void countTheDevicesOfAnAddressTogether() throws Exception {
    assertThat(
            codes(
                12,
                server ->
                    server.send(
                        server
                            .request("/devices", "X-Forwarded-For", "203.0.113.10")
                            .POST(BodyPublishers.noBody()))))
        .containsExactlyInAnyOrderElementsOf(times(201, DEVICES, 429, 12 - DEVICES));
  }

  @Test
  void countTheCountersOfThePublishedAppTogether() throws Exception {
    String path = "/api/counters/somebody/scans";
    assertThat(codes(30, server -> server.call("", "POST", path + "/increment", "")))
        .containsOnly(200);
    for (RunningServer server : servers) {
      assertThat(RunningServer.json(server.get("", path)).get("value").asInt()).isEqualTo(30);
    }
  }

  @Test
  void showAndChangeAndForgetAPersonOnWhicheverIsAsked() {
    RunningServer first = servers.getFirst();
    RunningServer second = servers.get(1);
    RunningServer third = servers.getLast();
    String token = first.newToken();
    String one = id(second.analyze(token));
    String two = id(third.analyze(token));
    assertThat(ids(first, token)).containsExactly(two, one);
    assertThat(second.call(token, "POST", "/analyses/" + one + "/favourite", "").statusCode())
        .isEqualTo(204);
    assertThat(
            RunningServer.json(third.get(token, "/analyses/" + one)).get("favourite").asBoolean())
        .isTrue();
    assertThat(third.call(token, "DELETE", "/analyses/" + two, "").statusCode()).isEqualTo(204);
    assertThat(ids(second, token)).containsExactly(one);
    assertThat(second.call(token, "DELETE", "/me", "").statusCode()).isEqualTo(204);
    for (RunningServer server : servers) {
      assertThat(server.get(token, "/analyses").statusCode()).isEqualTo(401);
    }
  }

  @Test
  void loseNothingAcknowledgedWhenOneIsKilledUnderLoad() throws Exception {
    var callers = new Acknowledged(servers);
    callers.awaitMore(100);
    servers.get(1).kill();
    callers.awaitMore(100);
    callers.end();
    restart(1);
    assertKept(callers.ids());
  }

  @Test
  void goOnWhileTheDatabaseIsGoneAndBringEverythingToItAfterwards() throws Exception {
    String token = servers.getFirst().newToken();
    servers.getFirst().analyze(token);
    var callers = new Acknowledged(servers);
    try {
      callers.awaitMore(50);
      postgres.stop();
      callers.awaitMore(100);
      // Known here a while ago, so known now.
      assertThat(servers.getFirst().analyze(token).statusCode()).isEqualTo(200);
      assertThat(servers.getFirst().get("", "/ready").statusCode()).isEqualTo(503);
      assertThat(servers.getFirst().get("", "/health").statusCode()).isEqualTo(200);
      callers.end();
      assertThat(callers.refusals()).isEmpty();
      // What only its journal has outlives this one too.
      servers.get(2).kill();
    } finally {
      callers.end();
      postgres.resume();
    }
    restart(2);
    for (RunningServer server : servers) {
      awaitReady(server);
    }
    assertKept(callers.ids());
    assertThat(ids(servers.get(1), token)).hasSize(2);
  }

  private static void restart(int number) throws InterruptedException {
    servers.get(number).close();
    servers.set(number, launch(number).awaitHealth());
  }

  private static void awaitReady(RunningServer server) throws InterruptedException {
    while (server.get("", "/ready").statusCode() != 200 || !isAllKept(server)) {
      Thread.sleep(50);
    }
  }

  private static boolean isAllKept(RunningServer server) {
    return server.get("", "/metrics").body().lines().anyMatch("koalens_ledger_waiting 0.0"::equals);
  }

  private static void assertKept(List<String> answered) throws SQLException {
    assertThat(answered).isNotEmpty().doesNotHaveDuplicates();
    var kept = new HashSet<String>();
    try (var connection = postgres.connect(database);
        var statement = connection.createStatement();
        var rows = statement.executeQuery("select id from analysis")) {
      while (rows.next()) {
        kept.add(rows.getString(1));
      }
    }
    assertThat(kept).containsAll(answered);
  }

  private static String id(HttpResponse<String> answer) {
    return RunningServer.json(answer).get("id").asString();
  }

  private static List<String> ids(RunningServer server, String token) {
    return RunningServer.json(server.get(token, "/analyses?limit=100"))
        .get("analyses")
        .valueStream()
        .map(one -> one.get("id").asString())
        .toList();
  }
}
