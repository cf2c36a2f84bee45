package koalens.server.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.atomic.AtomicReference;
import koalens.server.TestServer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.slf4j.MDC;
import tools.jackson.databind.JsonNode;

class TraceContextTest {
  private static final String TRACE = "0af7651916cd43dd8448eb211c80319c";
  private static final String PARENT = "b7ad6b7169203331";

  @TempDir private Path folder = Path.of(".");

  @Test
  void theCallersTraceStandsInTheLinesOfItsRequestAndInNoOther() throws IOException {
    try (TestServer server = TestServer.start("LOG_DIR=" + folder, "LOG_LEVEL=info")) {
      server.get("/health", "traceparent", "00-" + TRACE + "-" + PARENT + "-01");
      server.get("/version");
    }
    JsonNode traced = line("/health");
    assertThat(traced.path("trace_id").asString()).isEqualTo(TRACE);
    assertThat(traced.path("span_id").asString()).matches("[0-9a-f]{16}").isNotEqualTo(PARENT);
    assertThat(line("/version").has("trace_id")).isFalse();
  }

  @Test
  void aStreamIsLoggedAndCountedAsWhatItCameToWithinItsTrace() throws IOException {
    try (TestServer server = TestServer.start("LOG_DIR=" + folder, "LOG_LEVEL=info")) {
      byte[] nothing = new byte[40];
      new SentMedium(nothing)
          .asForm(
              server,
              "/analyze-image",
              "image",
              Map.of(),
              "Accept",
              "text/event-stream",
              "traceparent",
              "00-" + TRACE + "-" + PARENT + "-01");
      assertThat(server.get("/metrics").body())
          .contains("http_response_status_code=\"415\",http_route=\"/analyze-image\"");
    }
    JsonNode traced = line("/analyze-image");
    assertThat(traced.path("status").asInt()).isEqualTo(415);
    assertThat(traced.path("trace_id").asString()).isEqualTo(TRACE);
  }

  @Test
  void workContinuedOnAnotherThreadBelongsToTheTrace() throws InterruptedException {
    var seen = new AtomicReference<String>();
    try (var _ = TraceContext.enter(Optional.of("00-" + TRACE + "-" + PARENT + "-01"))) {
      Thread.ofVirtual().start(TraceContext.continued(() -> seen.set(MDC.get("trace_id")))).join();
    }
    assertThat(seen).hasValue(TRACE);
  }

  private JsonNode line(String route) throws IOException {
    return Files.readAllLines(folder.resolve("combined.log")).stream()
        .map(TestServer::json)
        .filter(line -> line.path("route").asString("").equals(route))
        .findFirst()
        .orElseThrow();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331",
        "00-00000000000000000000000000000000-b7ad6b7169203331-01",
        "00-0af7651916cd43dd8448eb211c80319c-0000000000000000-01",
        "00-0AF7651916CD43DD8448EB211C80319C-b7ad6b7169203331-01",
        "ff-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01",
        "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01-more",
        "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01\r\nforged"
      })
  void aHeaderThatIsNotValidCountsAsNone(String header) {
    assertThat(TraceContext.traceId(header)).isEmpty();
  }

  @Test
  void aLaterVersionMaySayMore() {
    assertThat(TraceContext.traceId("01-" + TRACE + "-" + PARENT + "-01-more")).contains(TRACE);
  }

  @Test
  void anyBytesAreReadOrCountAsNone() {
    var random = new Random(7);
    for (int i = 0; i < 20_000; i++) {
      char[] letters = ("00-" + TRACE + "-" + PARENT + "-01").toCharArray();
      letters[random.nextInt(letters.length)] = (char) random.nextInt(256);
      TraceContext.traceId(new String(letters))
          .ifPresent(id -> assertThat(id).matches("[0-9a-f]{32}"));
    }
  }
}
