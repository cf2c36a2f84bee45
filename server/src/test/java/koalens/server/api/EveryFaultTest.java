package koalens.server.api;

import static java.util.stream.Collectors.toSet;
import static koalens.server.TestServer.json;
import static koalens.server.TestServer.quoted;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import koalens.emulator.Emulator;
import koalens.emulator.Provider;
import koalens.emulator.scenario.AnswerFault;
import koalens.emulator.scenario.Fault;
import koalens.emulator.scenario.Scenario;
import koalens.emulator.scenario.Truth;
import koalens.emulator.scenario.VeganStatus;
import koalens.server.TestServer;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;

/// Every fault there is, at each provider, through a whole server: it ends in a failure of a known
/// kind or in an answer, the person gets a safe verdict, and nothing is missing on record.
class EveryFaultTest {
  private static final Scenario SCENARIO =
      Scenario.of(1)
          .withTruth(
              Truth.of(Map.of("flurban", VeganStatus.NON_VEGAN, "vatten", VeganStatus.VEGAN), 0));
  private static final long DEADLINE_MILLIS = 2_000;

  // What hangs does so for two minutes; the rest is room for a busy machine.
  private static final double AT_MOST_MILLIS = 30_000;
  private static final Duration PATIENCE = Duration.ofSeconds(30);
  private static final Set<String> ANSWERED = Set.of("ok", "repaired");

  @TempDir private Path folder = Path.of(".");

  static Stream<Fault> everyFault() {
    return Fault.all().stream();
  }

  @ParameterizedTest
  @MethodSource("everyFault")
  void endsInASafeAnswerInTimeAndOnRecord(Fault fault) throws IOException, InterruptedException {
    try (Emulator gemini = Emulator.start(Provider.GEMINI, SCENARIO, 0);
        Emulator claude = Emulator.start(Provider.ANTHROPIC, SCENARIO, 0);
        TestServer server = server(gemini, claude)) {
      check("gemini", fault, gemini, server);
      check("claude", fault, claude, server);
    }
    assertThat(logged("AI Response")).hasSize(4).allSatisfy(EveryFaultTest::isInTime);
    // Where a caller gave up, its attempt ends shortly after.
    long began = System.nanoTime();
    while (!providers(logged("AI Request")).equals(Set.of("gemini", "claude"))
        && System.nanoTime() - began < PATIENCE.toNanos()) {
      Thread.sleep(20);
    }
    assertThat(providers(logged("AI Request"))).containsExactlyInAnyOrder("gemini", "claude");
    assertThat(logged("AI Request")).allSatisfy(EveryFaultTest::isClassified);
  }

  private TestServer server(Emulator gemini, Emulator claude) {
    return TestServer.start(
        "LOG_LEVEL=info",
        "LOG_DIR=" + folder,
        "AI_DEADLINE_MS=" + DEADLINE_MILLIS,
        "GEMINI_API_KEY=key-for-emulators",
        "ANTHROPIC_API_KEY=key-for-emulators",
        "GEMINI_BASE_URL=" + gemini.baseUrl(),
        "ANTHROPIC_BASE_URL=" + claude.baseUrl());
  }

  private static void check(String provider, Fault fault, Emulator faulty, TestServer server) {
    faulty.failNext(Collections.nCopies(8, fault).toArray(Fault[]::new));
    assertThat(status(server, "vatten, mjölk, flurban", provider)).isEqualTo("non-vegan");
    String unknown = status(server, "vatten, flurban", provider);
    // A model that lies is believed on a word that only it knows.
    if (fault != AnswerFault.SAYS_ALL_VEGAN) {
      assertThat(unknown).isNotEqualTo("vegan");
    }
  }

  private static String status(TestServer server, String text, String provider) {
    HttpResponse<String> response =
        server.ask("{\"text\":%s,\"provider\":\"%s\"}".formatted(quoted(text), provider));
    assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
    return json(response).path("status").asString();
  }

  private static void isInTime(JsonNode line) {
    assertThat(line.path("deadline_ms").asLong()).isEqualTo(DEADLINE_MILLIS);
    assertThat(line.path("duration_ms").asDouble()).isLessThan(AT_MOST_MILLIS);
  }

  private static void isClassified(JsonNode line) {
    assertThat(line.path("deadline_ms").asDouble())
        .as("begun within the time there was")
        .isBetween(0.0, (double) DEADLINE_MILLIS);
    boolean answered = ANSWERED.contains(line.path("status").asString(""));
    assertThat(line.has("error.type")).as(line.toString()).isNotEqualTo(answered);
  }

  private static Set<String> providers(List<JsonNode> lines) {
    return lines.stream().map(line -> line.path("provider").asString()).collect(toSet());
  }

  private List<JsonNode> logged(String message) throws IOException {
    Path log = folder.resolve("combined.log");
    if (!Files.exists(log)) {
      return List.of();
    }
    try (Stream<String> lines = Files.lines(log)) {
      return lines
          .map(TestServer::json)
          .filter(line -> line.path("msg").asString().equals(message))
          .toList();
    }
  }
}
