package koalens.backend.provider.claude;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import koalens.backend.provider.AttemptListener;
import koalens.backend.provider.CircuitState;
import koalens.backend.provider.Deadline;
import koalens.backend.provider.FailureKind;
import koalens.backend.provider.ModelClient;
import koalens.backend.provider.ProviderContract;
import koalens.backend.provider.ProviderException;
import koalens.backend.provider.Resilience;
import koalens.backend.provider.ResilientProvider;
import koalens.backend.provider.Verdicts;
import koalens.backend.provider.wire.AnswerRecorder;
import koalens.emulator.Emulator;
import koalens.emulator.Provider;
import koalens.emulator.scenario.AnswerFault;
import koalens.emulator.scenario.Scenario;
import org.junit.jupiter.api.Test;

class ClaudeProviderTest extends ProviderContract {
  @Override
  protected Provider emulated() {
    return Provider.ANTHROPIC;
  }

  @Override
  protected ModelClient client(String baseUrl) {
    return client(baseUrl, true);
  }

  private static ClaudeClient client(String baseUrl, boolean takesEmulated) {
    return new ClaudeClient(
        "claude-haiku-5-5", endpoint(baseUrl), new AnswerRecorder(MAX_ANSWER_BYTES, takesEmulated));
  }

  @Override
  protected FailureKind kindOf(AnswerFault fault) {
    return switch (fault) {
      case MALFORMED_FUNCTION_CALL, UNEXPECTED_TOOL_CALL, TOO_MANY_TOOL_CALLS ->
          FailureKind.STOPPED;
      default -> FailureKind.REFUSED;
    };
  }

  @Test
  void aFinalLimitIsWaitedForAsLongAsTheProviderSays() throws IOException, InterruptedException {
    try (var failing = new Failing(429, Map.of("x-should-retry", "false", "retry-after", "1"))) {
      assertThat(failing.kind()).isEqualTo(FailureKind.QUOTA_EXHAUSTED);
      assertThat(failing.provider.circuit()).isEqualTo(CircuitState.OPEN);
      Deadline patience = Deadline.in(Duration.ofSeconds(30));
      while (failing.requests.get() == 1 && !patience.hasPassed()) {
        Thread.sleep(50);
        failing.kind();
      }
      assertThat(failing.requests).as("asked again after a second, not tomorrow").hasValue(2);
    }
  }

  @Test
  void whatTheProviderCallsFinalIsNotTriedAgain() throws IOException {
    try (var failing = new Failing(529, Map.of("x-should-retry", "false"))) {
      assertThat(failing.kind()).isEqualTo(FailureKind.OVERLOADED);
      assertThat(failing.requests).hasValue(1);
    }
  }

  @Test
  void whatTheProviderWantsTriedAgainIs() throws IOException {
    try (var failing = new Failing(409, Map.of("x-should-retry", "true"))) {
      assertThat(failing.kind()).isEqualTo(FailureKind.INVALID_REQUEST);
      assertThat(failing.requests).hasValue(Resilience.STANDARD.attempts());
    }
  }

  @Test
  void takesNoAnswerOfAnEmulatorWhereThatIsForbidden() {
    try (var emulator = Emulator.start(Provider.ANTHROPIC, Scenario.of(1), 0);
        var provider =
            new ResilientProvider(client(emulator.baseUrl(), false), Resilience.STANDARD)) {
      assertThat(kind(provider)).isEqualTo(FailureKind.MALFORMED_ANSWER);
    }
  }

  private static FailureKind kind(ResilientProvider provider) {
    return catchThrowableOfType(
            ProviderException.class,
            () ->
                provider.complete(
                    Verdicts.prompt("havre"),
                    Deadline.in(Duration.ofSeconds(60)),
                    AttemptListener.NONE))
        .kind();
  }

  /// An API that answers everything with the same error.
  private final class Failing implements AutoCloseable {
    private final AtomicInteger requests = new AtomicInteger();
    private final HttpServer server;
    private final ResilientProvider provider;

    Failing(int status, Map<String, String> headers) throws IOException {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
      server.createContext(
          "/",
          exchange -> {
            requests.incrementAndGet();
            headers.forEach(exchange.getResponseHeaders()::set);
            exchange.sendResponseHeaders(status, -1);
            exchange.close();
          });
      server.start();
      String address = "http://127.0.0.1:" + server.getAddress().getPort();
      provider = new ResilientProvider(client(address), Resilience.STANDARD);
    }

    FailureKind kind() {
      return ClaudeProviderTest.kind(provider);
    }

    @Override
    public void close() {
      provider.close();
      server.stop(0);
    }
  }
}
