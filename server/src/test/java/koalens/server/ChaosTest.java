package koalens.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.Appender;
import ch.qos.logback.core.ConsoleAppender;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import koalens.emulator.Emulator;
import koalens.emulator.Provider;
import koalens.emulator.scenario.AnswerFault;
import koalens.emulator.scenario.ErrorFault;
import koalens.emulator.scenario.Extremes;
import koalens.emulator.scenario.Fault;
import koalens.emulator.scenario.FaultMix;
import koalens.emulator.scenario.Latency;
import koalens.emulator.scenario.Outage;
import koalens.emulator.scenario.Scenario;
import koalens.emulator.scenario.Truth;
import koalens.emulator.scenario.VeganStatus;
import koalens.emulator.scenario.WireFault;
import koalens.emulator.wire.ServedCall;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.JsonNode;

/// An experiment under fire: one call in five fails, in every way there is, and one provider is
/// dead for a while. As many analyses as a build has time for; `-Dchaos.analyses=10000` for the
/// whole, which takes about half an hour.
class ChaosTest {
  private static final int ANALYSES = Integer.getInteger("chaos.analyses", 300);
  private static final int CALLERS = 32;
  private static final double FAULT_RATE = 0.2;
  private static final List<String> PLANTS =
      List.of("vatten", "havre", "socker", "salt", "rapsolja", "vetemjöl");
  private static final List<String> ANIMALS = List.of("mjölk", "ägg", "honung", "vassle");
  private static final Truth TRUTH = truth();

  /// After these a provider is rightly left alone for minutes: they have no place in a rate.
  private static final Set<ErrorFault> FINAL =
      EnumSet.of(
          ErrorFault.DAILY_QUOTA,
          ErrorFault.SPEND_LIMIT,
          ErrorFault.OUT_OF_CREDIT,
          ErrorFault.INVALID_KEY,
          ErrorFault.FORBIDDEN,
          ErrorFault.NOT_FOUND);

  /// The failures of attempts to which nothing came back.
  private static final Set<String> UNHEARD =
      Set.of("timeout", "deadline", "cancelled", "connection");

  @TempDir private Path folder = Path.of(".");

  private record Answered(List<String> asked, HttpResponse<String> response) {
    JsonNode json() {
      return TestServer.json(response);
    }
  }

  private static Truth truth() {
    Map<String, VeganStatus> known =
        PLANTS.stream().collect(Collectors.toMap(Function.identity(), _ -> VeganStatus.VEGAN));
    ANIMALS.forEach(name -> known.put(name, VeganStatus.NON_VEGAN));
    return Truth.of(known, 1);
  }

  private static Scenario scenario() {
    // A model that lies about all there is would be believed on words the engine does not know.
    List<Fault> faults =
        Fault.all().stream()
            .filter(fault -> !FINAL.contains(fault) && fault != AnswerFault.SAYS_ALL_VEGAN)
            .toList();
    return Scenario.of(20_261_127)
        .withTruth(TRUTH)
        .withLatency(new Latency.LogNormal(Duration.ofMillis(5), 0.5))
        .withFaults(FaultMix.even(FAULT_RATE, faults))
        .withExtremes(new Extremes(Duration.ofSeconds(2), Duration.ofMillis(1), 3_000_000));
  }

  private static Scenario deadForAWhile() {
    return scenario()
        .withOutages(
            List.of(
                new Outage(
                    Duration.ofSeconds(2), Duration.ofSeconds(8), WireFault.CONNECTION_RESET)));
  }

  @Test
  void answersEveryAnalysisSafelyAndKeepsEveryAttemptOnRecord()
      throws IOException, InterruptedException, ExecutionException {
    try (Emulator gemini = Emulator.start(Provider.GEMINI, deadForAWhile(), 0);
        Emulator claude = Emulator.start(Provider.ANTHROPIC, scenario(), 0)) {
      List<Answered> answers = answers(gemini, claude);
      assertThat(answers).allMatch(answered -> answered.response().statusCode() == 200);
      assertThat(falselyVegan(answers)).isEmpty();
      assertThat(vegan(answers)).isNotEmpty();
      assertIsSplit(answers);
      assertIsOnRecord(answers, gemini, claude);
    }
  }

  private List<Answered> answers(Emulator gemini, Emulator claude)
      throws InterruptedException, ExecutionException {
    try (TestServer server =
        TestServer.startIn(
            folder.resolve("data"),
            "APP_ENV=staging",
            "ENABLE_AB_TEST=true",
            "LOG_LEVEL=info",
            "LOG_DIR=" + folder,
            "AI_DEADLINE_MS=4000",
            "REQUESTS_PER_MINUTE=0",
            "ANALYSES_PER_MONTH=0",
            "GEMINI_API_KEY=key-for-emulators",
            "ANTHROPIC_API_KEY=key-for-emulators",
            "GEMINI_BASE_URL=" + gemini.baseUrl(),
            "ANTHROPIC_BASE_URL=" + claude.baseUrl())) {
      silenceConsole();
      List<Answered> answers = asked(server);
      // A call that hangs is on the emulator's record when it is over.
      Thread.sleep(scenario().extremes().hang().plusSeconds(2));
      return answers;
    }
  }

  private static void silenceConsole() {
    var root = (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
    var appenders = new ArrayList<Appender<ILoggingEvent>>();
    root.iteratorForAppenders().forEachRemaining(appenders::add);
    appenders.stream().filter(ConsoleAppender.class::isInstance).forEach(root::detachAppender);
  }

  private static List<Answered> asked(TestServer server)
      throws InterruptedException, ExecutionException {
    var places = new Semaphore(CALLERS);
    try (var callers = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<Answered>> all = new ArrayList<>();
      for (int i = 0; i < ANALYSES; i++) {
        places.acquire();
        int number = i;
        all.add(
            callers.submit(() -> {
              try {
                return ask(server, number);
              } finally {
                places.release();
              }
            }));
      }
      var answers = new ArrayList<Answered>();
      for (Future<Answered> one : all) {
        answers.add(one.get());
      }
      return answers;
    }
  }

  private static Answered ask(TestServer server, int number) {
    List<String> names = ingredients(new SplittableRandom(number));
    String list = names.stream().map(TestServer::quoted).collect(Collectors.joining(","));
    return new Answered(
        names, server.ask("{\"ingredients\":[%s],\"userId\":\"user-%d\"}".formatted(list, number)));
  }

  private static List<String> ingredients(SplittableRandom random) {
    var names = new ArrayList<String>();
    IntStream.range(0, 1 + random.nextInt(4))
        .forEach(_ -> names.add(PLANTS.get(random.nextInt(PLANTS.size()))));
    IntStream.range(0, random.nextInt(3)).forEach(_ -> names.add(unheardOf(random)));
    if (random.nextInt(4) == 0) {
      names.add(ANIMALS.get(random.nextInt(ANIMALS.size())));
    }
    return names.stream().distinct().toList();
  }

  // A word that no language has.
  private static String unheardOf(SplittableRandom random) {
    var word = new StringBuilder("zx");
    for (int i = 0; i < 4; i++) {
      word.append("aouy".charAt(random.nextInt(4))).append("qxzwj".charAt(random.nextInt(5)));
    }
    return word.toString();
  }

  private static List<Answered> vegan(List<Answered> answers) {
    return answers.stream()
        .filter(answered -> answered.json().path("status").asString().equals("vegan"))
        .toList();
  }

  private static List<Answered> falselyVegan(List<Answered> answers) {
    return vegan(answers).stream()
        .filter(answered ->
            answered.asked().stream().anyMatch(name -> TRUTH.of(name) != VeganStatus.VEGAN))
        .toList();
  }

  /// A fair split is off by more than this once in a thousand times; the hash is the same in every
  /// run.
  private static void assertIsSplit(List<Answered> answers) {
    double interval = 3.29 * Math.sqrt(0.25 / ANALYSES);
    assertThat(share(answers, "assignedProvider", "gemini")).isCloseTo(0.5, within(interval));
    assertThat(share(answers, "assignedProvider", "claude")).isCloseTo(0.5, within(interval));
    assertThat(answers.stream().map(Answered::json).map(json -> json.path("provider").asString()))
        .contains("gemini", "claude", "local");
    assertThat(answers.stream().map(Answered::json).filter(ChaosTest::isStoodIn)).isNotEmpty();
  }

  private static boolean isStoodIn(JsonNode answer) {
    return answer.path("assignedProvider").asString().equals("gemini")
        && answer.path("provider").asString().equals("claude");
  }

  private static double share(List<Answered> answers, String field, String value) {
    long count =
        answers.stream()
            .filter(answered -> answered.json().path(field).asString().equals(value))
            .count();
    return (double) count / answers.size();
  }

  private void assertIsOnRecord(List<Answered> answers, Emulator gemini, Emulator claude)
      throws IOException, InterruptedException {
    List<JsonNode> log;
    try (Stream<String> lines = Files.lines(folder.resolve("combined.log"))) {
      log = lines.filter(line -> line.contains("\"koalens.ai\"")).map(TestServer::json).toList();
    }
    Set<String> ids =
        answers.stream()
            .map(answered -> answered.json().path("requestId").asString())
            .collect(Collectors.toSet());
    for (String message : List.of("Using provider", "AI Response")) {
      List<String> told =
          lines(log, message).stream().map(line -> line.path("request_id").asString()).toList();
      assertThat(told).doesNotHaveDuplicates().hasSize(ANALYSES);
      assertThat(ids).containsAll(told);
    }
    List<JsonNode> attempts = lines(log, "AI Request");
    assertEachCallIsOnRecord(of(attempts, "gemini"), calls(gemini));
    assertEachCallIsOnRecord(of(attempts, "claude"), calls(claude));
    assertThat(pipeline()).isEqualTo(of(attempts, "gemini").size());
  }

  /// Each call that came in has its line, by its id where the caller could read one. Only attempts
  /// that nothing came back from may have ended before they got there.
  private static void assertEachCallIsOnRecord(List<JsonNode> attempts, List<ServedCall> calls) {
    Set<String> served = calls.stream().map(ServedCall::requestId).collect(Collectors.toSet());
    List<String> named =
        attempts.stream()
            .map(line -> line.path("provider_request_id").asString(""))
            .filter(id -> !id.isEmpty())
            .toList();
    long unheard =
        attempts.stream()
            .filter(line -> UNHEARD.contains(line.path("error.type").asString("")))
            .count();
    assertThat(named).isNotEmpty().doesNotHaveDuplicates();
    assertThat(served).containsAll(named);
    assertThat((long) calls.size()).isBetween(attempts.size() - unheard, (long) attempts.size());
  }

  private static List<JsonNode> lines(List<JsonNode> log, String message) {
    return log.stream().filter(line -> line.path("msg").asString().equals(message)).toList();
  }

  private static List<JsonNode> of(List<JsonNode> lines, String provider) {
    return lines.stream()
        .filter(line -> line.path("provider").asString().equals(provider))
        .toList();
  }

  private static List<ServedCall> calls(Emulator emulator) {
    return emulator.served().stream().filter(call -> call.method().equals("POST")).toList();
  }

  /// The pipeline that the documents print, counted.
  private int pipeline() throws IOException, InterruptedException {
    Process process =
        new ProcessBuilder(
                "sh",
                "-c",
                "grep \"AI Request\" combined.log | jq -c 'select(.provider==\"gemini\")' | wc -l")
            .directory(folder.toFile())
            .redirectErrorStream(true)
            .start();
    String count =
        new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
    assertThat(process.waitFor()).as(count).isZero();
    return Integer.parseInt(count);
  }
}
