package koalens.operations.validation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ValidationTest {
  private static final String STEP = "steps:\n  - name: a step\n    request: POST /there\n    ";

  @TempDir private Path folder = Path.of(".");

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "status: 200                             | PASSED",
        "status: [404, 200]                      | PASSED",
        "status: 404                             | FAILED",
        "json: {/isVegan: false}                 | PASSED",
        "json: {/isVegan: true}                  | FAILED",
        "json: {/list: {contains: Mjölk}}        | PASSED",
        "json: {/list: {contains: Ägg}}          | FAILED",
        "json: {/list/0: {matches: '^Mj'}}       | PASSED",
        "json: {/none: {present: false}}         | PASSED",
        "json: {/list: {not: {contains: Ägg}}}   | PASSED",
        "json: {/none: null}                     | FAILED",
        "headers: {X-Part: {matches: '[ab]'}}    | PASSED",
        "headers: {X-Part: {present: false}}     | FAILED",
        "headers: {X-None: {present: false}}     | PASSED",
        "body: {contains: isVegan}               | PASSED",
        "latencyMs: {p95: 60000}                 | PASSED",
        "certificateDays: 14                     | SKIPPED"
      })
  void judgesAnAnswerByWhatTheStepExpects(String expect, Outcome outcome) throws Exception {
    String body = "{\"isVegan\":false,\"list\":[\"Mjölk\"]}";
    try (var server = new Answering(200, body)) {
      assertThat(run(server, "expect: {" + expect + "}").getFirst().outcome()).isEqualTo(outcome);
    }
  }

  @Test
  void anErrorPageThatHoldsTheRightWordPassesNothing() throws Exception {
    try (var server = new Answering(500, "{\"error\":\"isVegan\",\"status\":\"ok\"}")) {
      ValidationReport report = validate(server, Suite.standard(), Map.of());
      assertThat(report.passed()).isFalse();
      assertThat(report.results())
          .filteredOn(result -> result.name().contains("milk"))
          .allMatch(result -> result.outcome() == Outcome.FAILED);
    }
  }

  @Test
  void waitsWhileAMachineBoots() throws Exception {
    try (var server = new Answering(200, "{}")) {
      server.failFirst(2);
      StepResult result = run(server, "patient: true\n    expect: {status: 200}").getFirst();
      assertThat(result.outcome()).isEqualTo(Outcome.PASSED);
      assertThat(server.count()).isEqualTo(3);
    }
  }

  @Test
  void asksNoFurtherWhenNobodyAnswers() throws Exception {
    URI gone;
    try (var server = new Answering(200, "{}")) {
      gone = server.address();
    }
    ValidationReport report = validate(gone, Suite.standard(), Map.of());
    assertThat(report.count(Outcome.FAILED)).isEqualTo(1);
    assertThat(report.results().get(1).reasons()).containsExactly("the server cannot be reached");
    assertThat(report.passed()).isFalse();
  }

  @Test
  void skipsWhatTheServerDoesNotOfferAndWhatNobodyGaveAValueFor() throws Exception {
    try (var server = new Answering(501, "{}")) {
      assertThat(run(server, "skipOn: 501\n    expect: {status: 200}").getFirst().outcome())
          .isEqualTo(Outcome.SKIPPED);
      assertThat(run(server, "needs: origin\n    expect: {status: 200}").getFirst().reasons())
          .containsExactly("needs a value for origin");
    }
  }

  @Test
  void aFailureIsShownAsACurlLineWithoutSecrets() throws Exception {
    try (var server = new Answering(403, "{\"no\":\"entry\"}")) {
      Path file =
          steps(
              """
              steps:
                - name: it's open
                  request: POST /analyze-text
                  headers: {Authorization: "Bearer ${token}"}
                  json: {text: "it's milk"}
                  expect: {status: 200}
              """);
      var target = target(server.address(), Map.of("token", "hush-hush"), Set.of("token"));
      try (var validation = new Validation(target)) {
        StepResult result = validation.run(Suite.identity().and(file), _ -> {}).results().getLast();
        StepResult.Evidence evidence = result.evidence().orElseThrow();
        assertThat(evidence.curl())
            .startsWith("curl -sS -i -X POST 'http://localhost:")
            .contains("-H 'Authorization: Bearer '\"$token\"''")
            .contains("'{\"text\":\"it'\\''s milk\"}'")
            .doesNotContain("hush");
        assertThat(evidence.status()).isEqualTo(403);
        assertThat(evidence.body()).contains("entry");
        assertThat(server.lastAuthorization()).isEqualTo("Bearer hush-hush");
      }
    }
  }

  @Test
  void reportsHoldTheSameResultsInEveryForm() throws Exception {
    try (var server = new Answering(200, "<b>&\u0001")) {
      ValidationReport report =
          validate(server, Suite.identity().and(steps(STEP + "expect: {status: 404}")), Map.of());
      assertThat(ReportFormat.JUNIT.write(report))
          .contains("failures=\"1\"")
          .contains("status: wanted 404, found 200")
          .contains("&lt;b&gt;&amp;\uFFFD");
      assertThat(ReportFormat.HTML.write(report)).contains("&lt;b&gt;&amp;").contains("✗ failed");
      assertThat(ReportFormat.JSON.write(report)).contains("\"outcome\" : \"failed\"");
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "expect: {statuss: 200}             | there is no key statuss",
        "expects: {status: 200}             | there is no key expects",
        "expect: {status: 20}               | status wants numbers",
        "expect: {json: {isVegan: true}}    | json wants places like /ingredients",
        "expect: {body: {matches: '('}}     | matches wants a regular expression",
        "expect: {latencyMs: {q95: 5}}      | latencyMs wants p50 to p99",
        "times: -1                          | times wants a number",
        "json: {}                           | wants expect:"
      })
  void aFaultInStepsNamesTheFileTheStepAndTheMend(String step, String message) throws IOException {
    Path file = steps(STEP + step);
    assertThatThrownBy(() -> Suite.identity().and(file))
        .isInstanceOf(SuiteFault.class)
        .hasMessageStartingWith(file + ": step \"a step\": ")
        .hasMessageContaining(message);
  }

  private List<StepResult> run(Answering server, String rest) throws Exception {
    List<StepResult> results =
        new ArrayList<>(
            validate(server, Suite.identity().and(steps(STEP + rest)), Map.of()).results());
    results.removeFirst();
    return results;
  }

  private Path steps(String text) throws IOException {
    return Files.writeString(folder.resolve("steps.yaml"), text);
  }

  private static ValidationReport validate(
      Answering server, Suite suite, Map<String, String> variables) throws InterruptedException {
    return validate(server.address(), suite, variables);
  }

  private static ValidationReport validate(URI address, Suite suite, Map<String, String> variables)
      throws InterruptedException {
    try (var validation = new Validation(target(address, variables, Set.of()))) {
      return validation.run(suite, _ -> {});
    }
  }

  private static Target target(URI address, Map<String, String> variables, Set<String> secrets) {
    return new Target(address, variables, secrets, Duration.ofSeconds(5), Duration.ofSeconds(2), 1);
  }

  /// A server that answers every request alike.
  private static final class Answering implements AutoCloseable {
    private final HttpServer server;
    private final AtomicInteger count = new AtomicInteger();
    private final AtomicInteger failing = new AtomicInteger();
    private volatile String authorization = "";

    Answering(int status, String body) throws IOException {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
      server.createContext(
          "/",
          call -> {
            count.incrementAndGet();
            String sent = call.getRequestHeaders().getFirst("Authorization");
            authorization = sent == null ? "" : sent;
            byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
            call.getResponseHeaders().add("X-Part", "a");
            call.sendResponseHeaders(failing.getAndDecrement() > 0 ? 503 : status, bytes.length);
            call.getResponseBody().write(bytes);
            call.close();
          });
      server.start();
    }

    void failFirst(int times) {
      failing.set(times);
    }

    int count() {
      return count.get();
    }

    String lastAuthorization() {
      return authorization;
    }

    URI address() {
      return URI.create("http://localhost:" + server.getAddress().getPort());
    }

    @Override
    public void close() {
      server.stop(0);
    }
  }
}
