package koalens.server.api;

import static koalens.server.TestServer.json;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import koalens.server.TestServer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/// What people may do with what is theirs, whatever the database.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class PeopleContract {
  private static final String ADMIN = "an-admin-key-of-some-length";
  private static final String NOBODY = "";

  private TestServer server;

  /// The address of a new, empty database.
  abstract String database();

  /// A connection to a database.
  abstract Connection connect(String database) throws SQLException;

  private final String database;

  PeopleContract() {
    database = database();
    server = start("DATABASE_URL=" + database);
  }

  private TestServer start(String... settings) {
    return TestServer.start(
        Stream.concat(Stream.of("ADMIN_KEY=" + ADMIN), Arrays.stream(settings))
            .toArray(String[]::new));
  }

  /// The rows that a question finds in the database itself, as texts.
  private List<String> rows(String sql, String... values) throws SQLException {
    try (Connection connection = connect(database);
        PreparedStatement statement = connection.prepareStatement(sql)) {
      for (int i = 0; i < values.length; i++) {
        statement.setString(i + 1, values[i]);
      }
      var rows = new ArrayList<String>();
      try (ResultSet found = statement.executeQuery()) {
        while (found.next()) {
          var row = new StringBuilder();
          for (int i = 1; i <= found.getMetaData().getColumnCount(); i++) {
            row.append(found.getString(i)).append('|');
          }
          rows.add(row.toString());
        }
      }
      return rows;
    }
  }

  private void change(String sql, String... values) throws SQLException {
    try (Connection connection = connect(database);
        PreparedStatement statement = connection.prepareStatement(sql)) {
      for (int i = 0; i < values.length; i++) {
        statement.setString(i + 1, values[i]);
      }
      statement.executeUpdate();
    }
  }

  private void addAiLine(String analysis) throws SQLException {
    change("insert into ai_line (analysis_id, written_at, line) values (?, 1, '{}')", analysis);
  }

  private String person(String analysis) throws SQLException {
    String row = rows("select person from analysis where id = ?", analysis).getFirst();
    return row.substring(0, row.length() - 1);
  }

  @AfterAll
  void stop() {
    server.close();
  }

  private interface Work {
    void run() throws Exception;
  }

  /// Does the work against another server.
  private void with(List<String> settings, Work work) throws Exception {
    TestServer usual = server;
    var all = new ArrayList<String>(settings);
    all.add("DATABASE_URL=" + database());
    try (TestServer other = start(all.toArray(String[]::new))) {
      server = other;
      work.run();
    } finally {
      server = usual;
    }
  }

  private HttpResponse<String> call(String token, String method, String path, String body) {
    var request = server.request(path).method(method, BodyPublishers.ofString(body));
    if (!token.isEmpty()) {
      request.header("Authorization", "Bearer " + token);
    }
    return server.send(
        body.isEmpty() ? request : request.header("Content-Type", "application/json"));
  }

  private HttpResponse<String> get(String token, String path) {
    return call(token, "GET", path, "");
  }

  private String newToken() {
    HttpResponse<String> response = call(NOBODY, "POST", "/devices", "");
    assertThat(response.statusCode()).isEqualTo(201);
    return json(response).get("token").asString();
  }

  private String analyze(String token, String text) {
    HttpResponse<String> response =
        call(token, "POST", "/analyze-text", "{\"text\":" + TestServer.quoted(text) + "}");
    assertThat(response.statusCode()).isEqualTo(200);
    return json(response).get("id").asString();
  }

  private List<String> texts(String token, String query) {
    JsonNode analyses = json(get(token, "/analyses" + query)).get("analyses");
    return analyses.valueStream().map(one -> one.get("text").asString()).toList();
  }

  @Test
  void showsAPersonTheirAnalysesNewestFirstAndNobodyElsesEver() {
    String mine = newToken();
    String theirs = newToken();
    String first = analyze(mine, "Vatten");
    analyze(mine, "Havre, salt");
    String foreign = analyze(theirs, "Mjölk");
    String unowned = analyze(NOBODY, "Honung");
    assertThat(texts(mine, "")).containsExactly("Havre, salt", "Vatten");
    assertThat(texts(theirs, "")).containsExactly("Mjölk");
    assertThat(get(mine, "/analyses/" + first).statusCode()).isEqualTo(200);
    for (String id : List.of(foreign, unowned, "none", "'%20or%201=1")) {
      assertThat(get(mine, "/analyses/" + id).statusCode()).isEqualTo(404);
      assertThat(call(mine, "DELETE", "/analyses/" + id, "").statusCode()).isEqualTo(404);
      assertThat(call(mine, "POST", "/analyses/" + id + "/favourite", "").statusCode())
          .isEqualTo(404);
    }
    assertThat(texts(theirs, "")).containsExactly("Mjölk");
  }

  @Test
  void opensNothingToAStrangersUserId() {
    String token = newToken();
    HttpResponse<String> asked =
        call(token, "POST", "/analyze-text", "{\"text\":\"Vatten\",\"userId\":\"device:1\"}");
    assertThat(asked.statusCode()).isEqualTo(200);
    assertThat(texts(token, "")).containsExactly("Vatten");
    assertThat(get(NOBODY, "/analyses?userId=device:1").statusCode()).isEqualTo(401);
    assertThat(texts(newToken(), "?userId=device:1")).isEmpty();
  }

  @Test
  void givesAnAnalysisBackAsItWasAnswered() {
    String token = newToken();
    String label =
        "Ingredienser: vatten, kokosmjölk 12 % (kokosextrakt, vatten), skummjölkspulver, mjolk,"
            + " emulgeringsmedel (E471), blixtragurium. Kan innehålla spår av ägg.";
    HttpResponse<String> answered =
        call(
            token,
            "POST",
            "/analyze-text",
            "{\"text\":" + TestServer.quoted(label) + ",\"complete\":false}");
    String id = json(answered).get("id").asString();
    JsonNode kept = json(get(token, "/analyses/" + id));
    assertThat(kept.get("analysis")).isEqualTo(json(answered));
    assertThat(kept.get("text").asString()).isEqualTo(label);
    assertThat(kept.get("favourite").asBoolean()).isFalse();
  }

  @Test
  void findsByWordsAndFavouritesPageByPage() {
    String token = newToken();
    for (int i = 0; i < 5; i++) {
      analyze(token, "Äpple " + i + ", havre");
    }
    String wanted = analyze(token, "Mjölk, ÄGG");
    assertThat(call(token, "POST", "/analyses/" + wanted + "/favourite", "").statusCode())
        .isEqualTo(204);
    assertThat(texts(token, "?q=%C3%A4gg")).containsExactly("Mjölk, ÄGG");
    assertThat(texts(token, "?q=HAVRE")).hasSize(5);
    assertThat(texts(token, "?favourites=true")).containsExactly("Mjölk, ÄGG");
    var seen = new ArrayList<String>();
    String query = "?limit=4";
    JsonNode next;
    do {
      seen.addAll(texts(token, query));
      next = json(get(token, "/analyses" + query)).get("next");
      query = "?limit=4&before=" + next.asString();
    } while (!next.isNull());
    assertThat(seen).hasSize(6).doesNotHaveDuplicates();
    assertThat(
            call(token, "POST", "/analyses/" + wanted + "/favourite", "{\"favourite\":false}")
                .statusCode())
        .isEqualTo(204);
    assertThat(texts(token, "?favourites=true")).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"%00", "%F0%9F%A5%9B", "none", "00000000-0000-7000-8000-00000000000%00"})
  void findsNothingUnderWhatCanBeNoId(String id) {
    String token = newToken();
    analyze(token, "Vatten");
    String path = "/analyses/" + id;
    assertThat(get(token, path).statusCode()).isEqualTo(404);
    assertThat(call(token, "DELETE", path, "").statusCode()).isEqualTo(404);
    assertThat(call(token, "POST", path + "/favourite", "").statusCode()).isEqualTo(404);
    assertThat(texts(token, "?before=" + id)).isEmpty();
    assertThat(get(ADMIN, "/reports?before=" + id).statusCode()).isEqualTo(200);
  }

  @Test
  void deletesOneAnalysisAtOnceWithWhatRefersToIt() throws Exception {
    String token = newToken();
    String id = analyze(token, "Vatten");
    call(token, "POST", "/reports", "{\"analysisId\":\"" + id + "\",\"feedback\":\"x\"}");
    addAiLine(id);
    assertThat(call(token, "DELETE", "/analyses/" + id, "").statusCode()).isEqualTo(204);
    assertThat(get(token, "/analyses/" + id).statusCode()).isEqualTo(404);
    assertThat(texts(token, "")).isEmpty();
    assertThat(rows("select * from analysis where id = ?", id)).isEmpty();
    assertThat(rows("select * from report where analysis_id = ?", id)).isEmpty();
    assertThat(rows("select * from ai_line where analysis_id = ?", id)).isEmpty();
  }

  @Test
  void exportsEverythingOfAPerson() {
    String token = newToken();
    String id = analyze(token, "Vatten, mjölk");
    call(token, "POST", "/reports", "{\"analysisId\":\"" + id + "\",\"feedback\":\"havremjölk\"}");
    HttpResponse<String> response = get(token, "/me/export");
    JsonNode export = json(response);
    assertThat(response.headers().firstValue("Content-Disposition"))
        .hasValueSatisfying(value -> assertThat(value).startsWith("attachment"));
    assertThat(export.get("analyses").get(0).get("analysis").get("id").asString()).isEqualTo(id);
    assertThat(export.get("reports").get(0).get("feedback").asString()).isEqualTo("havremjölk");
    assertThat(export.get("usage").get("used").asInt()).isEqualTo(1);
  }

  @Test
  void countsAnExportOfWhichOnlyTheHeadIsAskedAsAnswered() {
    assertThat(call(newToken(), "HEAD", "/me/export", "").statusCode()).isEqualTo(200);
    assertThat(server.get("/metrics").body().lines())
        .filteredOn(line -> line.contains("\"HEAD\"") && line.contains("\"/me/export\""))
        .isNotEmpty()
        .allMatch(line -> line.contains("\"200\""));
  }

  @Test
  void forgetsAPersonWithinTheCall() throws Exception {
    String token = newToken();
    String other = newToken();
    analyze(other, "Havre");
    String id = analyze(token, "Vatten, mjölk");
    call(token, "POST", "/reports", "{\"analysisId\":\"" + id + "\",\"feedback\":\"glömd\"}");
    addAiLine(id);
    String person = person(id);
    List<String> tables = List.of("analysis", "report", "allowance", "device");
    for (String table : tables) {
      assertThat(rows("select * from " + table + " where person = ?", person)).isNotEmpty();
    }
    assertThat(call(token, "DELETE", "/me", "").statusCode()).isEqualTo(204);
    for (String table : tables) {
      assertThat(rows("select * from " + table + " where person = ?", person)).isEmpty();
    }
    assertThat(rows("select * from ai_line where analysis_id = ?", id)).isEmpty();
    assertThat(rows("select * from erasure")).noneMatch(row -> row.contains(person));
    assertThat(get(token, "/analyses").statusCode()).isEqualTo(401);
    assertThat(get(ADMIN, "/reports").body()).doesNotContain("glömd");
    assertThat(texts(other, "")).containsExactly("Havre");
  }

  @Test
  void keepsNoLabelInMemoryOnceAPersonIsForgotten() throws Exception {
    String token = newToken();
    analyze(token, "Vatten, mjölk, ett eget ord");
    assertThat(knownLabels()).isPositive();
    assertThat(call(token, "DELETE", "/me", "").statusCode()).isEqualTo(204);
    assertThat(knownLabels()).isZero();
  }

  private double knownLabels() {
    return get(NOBODY, "/metrics")
        .body()
        .lines()
        .filter(line -> line.startsWith("koalens_labels_known "))
        .mapToDouble(line -> Double.parseDouble(line.substring(line.indexOf(' '))))
        .sum();
  }

  @Test
  void takesReportsFromAnybodyAndShowsThemToOperatorsAlone() {
    String token = newToken();
    String id = analyze(token, "Vatten, mjölk");
    String foreign = "{\"analysisId\":\"" + id + "\",\"feedback\":\"fel\"}";
    assertThat(call(NOBODY, "POST", "/reports", foreign).statusCode()).isEqualTo(422);
    assertThat(call(newToken(), "POST", "/reports", foreign).statusCode()).isEqualTo(422);
    assertThat(call(token, "POST", "/reports", foreign).statusCode()).isEqualTo(201);
    assertThat(
            call(
                    NOBODY,
                    "POST",
                    "/reports",
                    "{\"ingredient\":\"sojagrädde\",\"expected\":\"vegan\",\"language\":\"sv\"}")
                .statusCode())
        .isEqualTo(201);
    JsonNode reports = json(get(ADMIN, "/reports?limit=2")).get("reports");
    assertThat(reports.size()).isEqualTo(2);
    assertThat(reports.get(0).get("text").asString()).isEqualTo("sojagrädde");
    assertThat(reports.get(1).get("text").asString()).isEqualTo("Vatten, mjölk");
    assertThat(reports.get(1).get("given").asString()).isEqualTo("non-vegan");
    assertThat(get(token, "/reports").statusCode()).isEqualTo(403);
    assertThat(get(NOBODY, "/reports").statusCode()).isEqualTo(401);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{}|ingredient",
        "{\"ingredient\":\"x\"}|feedback",
        "{\"ingredient\":7,\"feedback\":\"x\"}|ingredient",
        "{\"ingredient\":\"x\",\"expected\":\"green\"}|expected",
        "{\"ingredient\":\"x\",\"feedback\":\"y\",\"language\":\"xx\"}|language",
        "{\"analysisId\":\"none\",\"feedback\":\"y\"}|analysisId",
        "{\"analysisId\":\"\\u0000\",\"feedback\":\"y\"}|analysisId"
      })
  void namesTheFieldOfAReportThatCannotBeUsed(String body, String field) {
    HttpResponse<String> response = call(NOBODY, "POST", "/reports", body);
    assertThat(response.statusCode()).isEqualTo(422);
    assertThat(json(response).get("field").asString()).isEqualTo(field);
  }

  @Test
  void countsTheAnalysesOfAMonthExactlyHoweverManyAskAtOnce() throws Exception {
    String token = newToken();
    List<Integer> codes =
        inParallel(
            40, () -> call(token, "POST", "/analyze-text", "{\"text\":\"Vatten\"}").statusCode());
    assertThat(codes).filteredOn(code -> code == 200).hasSize(15);
    assertThat(codes).filteredOn(code -> code == 429).hasSize(25);
    JsonNode usage = json(get(token, "/usage"));
    assertThat(usage.get("used").asInt()).isEqualTo(15);
    assertThat(usage.get("remaining").asInt()).isZero();
    HttpResponse<String> refused = call(token, "POST", "/analyze-text", "{\"text\":\"Vatten\"}");
    assertThat(json(refused).get("type").asString()).isEqualTo("/docs#problem-limit-reached");
    assertThat(refused.headers().firstValueAsLong("Retry-After").orElse(0)).isPositive();
    assertThat(refused.headers().firstValue("RateLimit").orElse("")).contains("\"month\";r=0;t=");
    assertThat(refused.headers().firstValue("RateLimit-Policy").orElse(""))
        .contains("\"month\";q=15");
  }

  @Test
  void takesNothingForAnAnalysisThatFailed() {
    String token = newToken();
    for (int i = 0; i < 20; i++) {
      assertThat(call(token, "POST", "/analyze-text", "{}").statusCode()).isEqualTo(422);
    }
    assertThat(json(get(token, "/usage")).get("used").asInt()).isZero();
  }

  @Test
  void takesNothingForAPhotoThatFailedWhileItsStepsWereTold() throws Exception {
    String token = newToken();
    byte[] damaged = Arrays.copyOf(SentMedium.photo("Salt"), 900);
    HttpResponse<String> events =
        new SentMedium(damaged)
            .asForm(
                server,
                "/analyze-image",
                "image",
                Map.of(),
                "Accept",
                "text/event-stream",
                "Authorization",
                "Bearer " + token);
    assertThat(events.statusCode()).isEqualTo(200);
    assertThat(events.body()).contains("event: problem", "\"status\":422");
    assertThat(json(get(token, "/usage")).get("used").asInt()).isZero();
  }

  @Test
  void limitsNobodyWhereTheLimitIsNone() throws Exception {
    with(
        List.of("ANALYSES_PER_MONTH=0", "REQUESTS_PER_MINUTE=0"),
        () -> {
          String token = newToken();
          for (int i = 0; i < 20; i++) {
            analyze(token, "Vatten");
          }
          JsonNode usage = json(get(token, "/usage"));
          assertThat(usage.get("used").asInt()).isEqualTo(20);
          assertThat(usage.get("limit").isNull()).isTrue();
        });
  }

  @Test
  void countsRequestsAMinuteByPersonAndByAddressExactly() throws Exception {
    with(
        List.of("REQUESTS_PER_MINUTE=10", "TRUSTED_PROXIES=127.0.0.1"),
        () -> {
          String token = newToken();
          List<Integer> codes = inParallel(30, () -> get(token, "/usage").statusCode());
          assertThat(codes).filteredOn(code -> code == 200).hasSize(10);
          List<Integer> byAddress =
              inParallel(
                  30,
                  () ->
                      server
                          .get("/ingredients", "X-Forwarded-For", "9.9.9.9, 203.0.113.7")
                          .statusCode());
          assertThat(byAddress).filteredOn(code -> code == 200).hasSize(10);
          HttpResponse<String> refused =
              server.get("/ingredients", "X-Forwarded-For", "203.0.113.7");
          assertThat(refused.statusCode()).isEqualTo(429);
          assertThat(refused.headers().firstValueAsLong("Retry-After").orElse(0))
              .isBetween(1L, 60L);
          assertThat(refused.headers().firstValue("RateLimit-Policy"))
              .hasValue("\"address\";q=10;w=60");
          assertThat(server.get("/ingredients", "X-Forwarded-For", "203.0.113.8").statusCode())
              .isEqualTo(200);
          assertThat(server.get("/health", "X-Forwarded-For", "203.0.113.7").statusCode())
              .isEqualTo(200);
        });
  }

  @Test
  void countsByTheHeaderThatTrustedProxiesNameTheCallerIn() throws Exception {
    with(
        List.of(
            "REQUESTS_PER_MINUTE=2",
            "TRUSTED_PROXIES=127.0.0.1",
            "CLIENT_ADDRESS_HEADER=Fly-Client-IP"),
        () -> {
          for (String caller : List.of("203.0.113.7", "203.0.113.8")) {
            for (int expected : new int[] {200, 200, 429}) {
              HttpResponse<String> answer =
                  server.get(
                      "/ingredients",
                      "Fly-Client-IP",
                      caller,
                      "X-Forwarded-For",
                      caller + ", 66.241.124.1");
              assertThat(answer.statusCode()).as(caller).isEqualTo(expected);
            }
          }
        });
  }

  @Test
  void registersOnlySoManyDevicesOfAnAddressADay() throws Exception {
    with(
        List.of("DEVICES_PER_DAY=2", "TRUSTED_PROXIES=127.0.0.1"),
        () -> {
          for (int expected : new int[] {201, 201, 429}) {
            assertThat(
                    server
                        .method("POST", "/devices", "X-Forwarded-For", "203.0.113.7")
                        .statusCode())
                .isEqualTo(expected);
          }
        });
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Bearer kld_none",
        "Bearer an-admin-key-of-some-lengtH",
        "Bearer an-admin-key-of-some-length-",
        "Bearer ",
        "Basic YTpi",
        "Bearer a.b.c",
        "Bearer eyJhbGciOiJub25lIn0.eyJzdWIiOiJhIn0."
      })
  void admitsNobodyWhoShowsSomethingElse(String authorization) {
    for (String path : List.of("/analyses", "/reports", "/usage")) {
      HttpResponse<String> response = server.get(path, "Authorization", authorization);
      assertThat(response.statusCode()).isEqualTo(401);
      assertThat(response.headers().firstValue("WWW-Authenticate")).hasValue("Bearer");
    }
  }

  @Test
  void keepsTokensAsDigestsOnly() throws Exception {
    var tokens = new HashSet<String>();
    for (int i = 0; i < 10; i++) {
      tokens.add(newToken());
    }
    assertThat(tokens).hasSize(10).allMatch(token -> token.matches("kld_[A-Za-z0-9_-]{43}"));
    List<String> kept = rows("select * from device");
    for (String token : tokens) {
      byte[] digest =
          MessageDigest.getInstance("SHA-256").digest(token.getBytes(StandardCharsets.UTF_8));
      assertThat(kept).filteredOn(row -> row.contains(HexFormat.of().formatHex(digest))).hasSize(1);
      assertThat(kept).noneMatch(row -> row.contains(token.substring("kld_".length())));
    }
  }

  @Test
  void refusesCallersWithoutATokenWhereTheyMustHaveOne() throws Exception {
    with(
        List.of("ANONYMOUS_CALLERS=refused"),
        () -> {
          assertThat(server.ask("{\"text\":\"Vatten\"}").statusCode()).isEqualTo(401);
          analyze(newToken(), "Vatten");
          assertThat(server.get("/ingredients").statusCode()).isEqualTo(200);
        });
  }

  private static <T> List<T> inParallel(int times, Callable<T> work) throws Exception {
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      var running = new ArrayList<Future<T>>();
      for (int i = 0; i < times; i++) {
        running.add(threads.submit(work));
      }
      var results = new ArrayList<T>();
      for (Future<T> one : running) {
        results.add(one.get());
      }
      return results;
    }
  }
}
