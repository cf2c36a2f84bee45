package koalens.backend.comparison;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.github.luben.zstd.Zstd;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.zip.GZIPOutputStream;
import koalens.backend.comparison.log.Call;
import koalens.backend.comparison.log.Fault;
import koalens.backend.comparison.log.Log;
import koalens.backend.comparison.log.LogException;
import koalens.backend.comparison.log.LogReader;
import koalens.backend.comparison.log.LogSource;
import koalens.backend.comparison.log.Outcome;
import koalens.backend.comparison.log.Verdict;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;

class LogReaderTest {
  private static final LogLines.Truth FAST = new LogLines.Truth(400, 0.02, 0.05, 450);
  private static final LogLines.Truth SLOW = new LogLines.Truth(900, 0.01, 0.03, 60);
  private static final int SMALL_BLOCK = 4 << 10;

  @TempDir private Path folder = Path.of(".");

  private static List<String> lines() {
    return LogLines.pairs(5, FAST, SLOW).lines(200);
  }

  private static Log read(String text) {
    return read(text.getBytes(StandardCharsets.UTF_8), 2, SMALL_BLOCK);
  }

  private static Log read(byte[] bytes, int threads, int block) {
    return new LogReader(threads, block, read -> {})
        .read(List.of(new LogSource("test.log", () -> new ByteArrayInputStream(bytes))));
  }

  private static String text(List<String> lines) {
    return String.join("\n", lines) + "\n";
  }

  private static void assertSameCalls(Log log, Log expected) {
    assertThat(log.calls().stream().map(LogReaderTest::all))
        .containsExactlyElementsOf(expected.calls().stream().map(LogReaderTest::all).toList());
  }

  private static List<Object> all(Call call) {
    return List.of(
        call.analysis(),
        call.arm(),
        call.role(),
        call.isSticky(),
        call.isHeardOf(),
        call.item(),
        call.unit(),
        call.startMillis(),
        call.outcome(),
        call.latencyMillis(),
        call.costMicros(),
        call.isJoined(),
        call.inputTokens(),
        call.outputTokens(),
        call.cacheReadTokens(),
        call.cacheWriteTokens(),
        call.verdict(),
        call.engineVerdict(),
        call.served(),
        call.answered(),
        call.isCacheHit(),
        call.marks());
  }

  @Test
  void joinsTheLinesOfAnAnalysisIntoOneCallForEachProvider() {
    Log log = read(text(lines()));
    assertThat(log.calls()).hasSize(400);
    assertThat(log.intake().requests()).isEqualTo(400);
    assertThat(log.intake().responses()).isEqualTo(400);
    assertThat(log.intake().faults()).isEmpty();
    Call call = log.calls().getFirst();
    assertThat(call.model()).isIn("gemini-3.8-flash", "claude-haiku-5-5");
    assertThat(call.inputTokens()).isEqualTo(300);
    assertThat(call.startMillis()).isEqualTo(1_795_132_800_000L);
  }

  @Test
  void orderThreadsAndBlocksChangeNothing() {
    var lines = new ArrayList<>(lines());
    Log expected = read(text(lines));
    Collections.shuffle(lines, new Random(3));
    assertSameCalls(read(text(lines).getBytes(StandardCharsets.UTF_8), 4, 2_000), expected);
    assertSameCalls(read(text(lines).getBytes(StandardCharsets.UTF_8), 1, 1 << 20), expected);
  }

  // Gemini failed; claude was sent the list for comparison, and stood in as well.
  private static final List<String> STOOD_IN =
      """
      "msg":"AI Request","provider":"gemini","assignment":"random","status":"http_error"
      "msg":"AI Request","provider":"claude","assignment":"shadow","status":"ok","cost_usd_micros":7
      "msg":"AI Request","provider":"claude","assignment":"fallback","status":"ok","cost_usd_micros":9
      "msg":"AI Response","provider":"claude","assignment":"random","status":"fallback"
      "msg":"AI Response","provider":"claude","assignment":"shadow","status":"ok"
      """
          .lines()
          .map(fields ->
              "{\"analysis_id\":\"a1\",\"assigned_provider\":\"gemini\",\"ts\":\"2026-11-20T10:00:00Z\","
                  + fields
                  + "}")
          .toList();

  @Test
  void whoStandsInForAnotherAndIsComparedWithItMadeTwoCallsInEveryOrderOfLines() {
    Log expected = read(text(STOOD_IN));
    assertThat(expected.calls())
        .extracting(call -> call.arm() + " " + call.role() + " " + call.outcome())
        .containsExactlyInAnyOrder(
            "GEMINI RANDOMISED HTTP_ERROR", "CLAUDE SHADOW OK", "CLAUDE FALLBACK OK");
    List<List<String>> orders = orders(STOOD_IN);
    assertThat(orders).hasSize(120);
    orders.forEach(order -> assertSameCalls(read(text(order)), expected));
  }

  private static List<List<String>> orders(List<String> lines) {
    if (lines.isEmpty()) {
      return List.of(List.of());
    }
    var orders = new ArrayList<List<String>>();
    for (String first : lines) {
      List<String> others = lines.stream().filter(line -> !line.equals(first)).toList();
      for (List<String> rest : orders(others)) {
        var order = new ArrayList<>(List.of(first));
        order.addAll(rest);
        orders.add(order);
      }
    }
    return orders;
  }

  @Test
  void whereTheLineOfALaterAttemptIsLostTheResponseTellsHowTheCallEnded() {
    String common = "\"analysis_id\":\"a1\",\"provider\":\"claude\",\"assignment\":\"random\"";
    List<String> lines =
        List.of(
            "{\"msg\":\"AI Request\",\"attempt\":1,\"status\":\"http_error\",%s}".formatted(common),
            "{\"msg\":\"AI Response\",\"status\":\"ok\",\"provider_verdict\":\"vegan\",%s}"
                .formatted(common));
    for (List<String> order : orders(lines)) {
      Call call = read(text(order)).calls().getFirst();
      assertThat(call.outcome()).isEqualTo(Outcome.OK);
      assertThat(call.verdict()).isEqualTo(Verdict.VEGAN);
    }
  }

  @Test
  void aFileOfLinesSeenBeforeIsStillOneOfOurs() {
    byte[] bytes = text(lines()).getBytes(StandardCharsets.UTF_8);
    var source = new LogSource("test.log", () -> new ByteArrayInputStream(bytes));
    var foreign = new LogSource("other.log", () -> new ByteArrayInputStream(new byte[] {'x'}));
    Log log = new LogReader(read -> {}).read(List.of(source, source, foreign));
    assertThat(log.intake().without()).containsExactly("other.log");
    assertThat(log.intake().count(Fault.Kind.DUPLICATE)).isEqualTo(lines().size());
  }

  @Test
  void theOrderOfFieldsChangesNothing() {
    var random = new Random(4);
    assertSameCalls(
        read(text(lines().stream().map(line -> shuffled(line, random)).toList())),
        read(text(lines())));
  }

  private static String shuffled(String line, Random random) {
    var json = new JsonMapper();
    var fields = new ArrayList<>(json.readTree(line).properties());
    Collections.shuffle(fields, random);
    var shuffled = json.createObjectNode();
    fields.forEach(field -> shuffled.set(field.getKey(), field.getValue()));
    return json.writeValueAsString(shuffled);
  }

  @Test
  void putsManyCallsInTheOrderInWhichTheyBeganAndThoseThatBeganTogetherById() {
    var lines = new ArrayList<String>();
    for (int i = 0; i < 50_000; i++) {
      lines.add(
          "{\"ts\":\"%s\",\"msg\":\"AI Request\",\"analysis_id\":\"%016x\",\"provider\":\"%s\"}"
              .formatted(
                  java.time.Instant.ofEpochSecond(1_800_000_000L + i / 7),
                  i % 1_000 + 1,
                  i % 2 == 0 ? "gemini" : "claude")
              .replace("\"provider\"", "\"attempt\":" + i / 1_000 + ",\"provider\""));
    }
    Collections.shuffle(lines, new Random(3));
    List<Call> calls = read(text(lines)).calls();
    assertThat(calls).hasSize(1_000);
    assertThat(calls)
        .isSortedAccordingTo(
            java.util.Comparator.comparingLong(Call::startMillis)
                .thenComparingLong(Call::analysis));
    String farApart =
        "{\"msg\":\"AI Request\",\"analysis_id\":\"a%1$d\",\"provider\":\"gemini\","
            + "\"ts\":\"%1$d-01-01T00:00:00Z\"}\n";
    assertThat(read(farApart.formatted(2_099) + farApart.formatted(2_020)).calls())
        .extracting(Call::startMillis)
        .isSorted();
  }

  @ParameterizedTest
  @ValueSource(strings = {"app.log", "app.log.gz", "app.log.zst"})
  void readsFilesPlainAndPacked(String name) throws IOException {
    byte[] plain = text(lines()).getBytes(StandardCharsets.UTF_8);
    Path file = folder.resolve("logs").resolve(name);
    Files.createDirectories(folder.resolve("logs"));
    Files.write(
        file,
        name.endsWith("gz") ? gzip(plain) : name.endsWith("zst") ? Zstd.compress(plain) : plain);
    Log log = new LogReader(read -> {}).read(LogSource.of(List.of(folder.resolve("logs"))));
    assertSameCalls(log, read(text(lines())));
  }

  @ParameterizedTest
  @ValueSource(strings = {"app.log.gz", "app.log.zst"})
  void readsAPackedFileThatIsCutOffAsFarAsItGoes(String name) throws IOException {
    byte[] plain =
        IntStream.range(0, 5_000)
            .mapToObj(i ->
                "{\"msg\":\"AI Request\",\"analysis_id\":\"%x\",\"provider\":\"gemini\"}\n"
                    .formatted(i * 7_919L))
            .collect(Collectors.joining())
            .getBytes(StandardCharsets.UTF_8);
    byte[] packed = name.endsWith("gz") ? gzip(plain) : Zstd.compress(plain);
    Path file = Files.write(folder.resolve(name), Arrays.copyOf(packed, packed.length * 2 / 3));

    Log log = new LogReader(read -> {}).read(LogSource.of(List.of(file)));

    assertThat(log.calls().size()).isBetween(1, 4_999);
    assertThat(log.intake().count(Fault.Kind.TRUNCATED)).isEqualTo(1);
  }

  private static byte[] gzip(byte[] plain) throws IOException {
    var bytes = new ByteArrayOutputStream();
    try (var packed = new GZIPOutputStream(bytes)) {
      packed.write(plain);
    }
    return bytes.toByteArray();
  }

  @Test
  void readsWhatAPlatformPutsAroundALine() {
    List<String> prefixed =
        lines().stream().map(line -> "2026-11-27T03:40:12Z app[148e] arn [info]" + line).toList();
    assertSameCalls(read(text(prefixed)), read(text(lines())));
    List<String> wrapped =
        lines().stream()
            .map(line ->
                "{\n  \"event\": {\"provider\": \"app\"},\n  \"message\": \""
                    + line.replace("\\", "\\\\").replace("\"", "\\\"")
                    + "\",\n  \"timestamp\": \"2026-11-27T03:40:12Z\"\n}")
            .toList();
    assertSameCalls(read(text(wrapped)), read(text(lines())));
    List<String> parsed =
        lines().stream()
            .map(line -> "{\n  \"level\": \"info\",\n  \"message\": " + line + "\n}")
            .toList();
    assertSameCalls(read(text(parsed)), read(text(lines())));
  }

  @Test
  void aMessageThatIsNoLineOfOursIsForeign() {
    for (String message : List.of("null", "7", "{}", "[{\"msg\":\"AI Request\"", "\"{\"")) {
      assertThat(read("{\"message\":" + message + "}\n").calls()).isEmpty();
    }
  }

  @Test
  void readsObjectsThatJqSpreadOverLines() {
    List<String> spread =
        lines().stream()
            .map(line ->
                line.replace("{\"ts\"", "{\n  \"ts\"")
                    .replace(",\"", ",\n  \"")
                    .replaceAll("}$", "\n}"))
            .toList();
    assertSameCalls(read(text(spread)), read(text(lines())));
  }

  @Test
  void readsAnArrayOfThem() {
    assertSameCalls(read("[" + String.join(",\n", lines()) + "]"), read(text(lines())));
  }

  @Test
  void countsWhatIsCutOffForeignAndDoubledAndNamesTheLine() {
    List<String> lines = lines().subList(0, 8);
    String log =
        "starting up\n"
            + lines.get(0)
            + "\n"
            + lines.get(1).substring(0, 120)
            + "\n"
            + lines.get(0)
            + "\n"
            + lines.get(2)
            + "\n"
            + "{\"level\":\"INFO\",\"msg\":\"Using provider\",\"provider\":\"gemini\"}\n"
            + lines.get(3).substring(0, 70);
    Log read = read(log);
    assertThat(read.intake().requests() + read.intake().responses()).isEqualTo(2);
    assertThat(read.intake().others()).isEqualTo(1);
    assertThat(read.intake().count(Fault.Kind.FOREIGN)).isEqualTo(1);
    assertThat(read.intake().count(Fault.Kind.TRUNCATED)).isEqualTo(2);
    assertThat(read.intake().count(Fault.Kind.DUPLICATE)).isEqualTo(1);
    assertThat(read.intake().examples())
        .contains(
            new Fault("test.log", 1, Fault.Kind.FOREIGN),
            new Fault("test.log", 3, Fault.Kind.TRUNCATED),
            new Fault("test.log", 4, Fault.Kind.DUPLICATE));
  }

  @Test
  void takesNumbersAsTextsAndRefusesThoseThatCannotBe() {
    List<String> lines = lines().subList(0, 2);
    String asTexts = text(lines).replaceAll("\"latency_ms\":([0-9.]+)", "\"latency_ms\":\"$1\"");
    assertSameCalls(read(asTexts), read(text(lines)));
    String negative = text(lines).replaceAll("\"latency_ms\":[0-9.]+", "\"latency_ms\":-5");
    assertThat(read(negative).intake().count(Fault.Kind.ABSURD)).isEqualTo(2);
    assertThat(read(negative).calls().getFirst().latencyMillis()).isNaN();
    String absurd = text(lines).replaceAll("\"latency_ms\":[0-9.]+", "\"latency_ms\":1e300");
    assertThat(read(absurd).intake().count(Fault.Kind.ABSURD)).isEqualTo(2);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\"2026-11-20T10:00:00.5Z\"",
        "\"2026-11-20T11:00:00.500+01:00\"",
        "1795168800.5",
        "1795168800500",
        "1795168800500000",
        "1795168800500000000"
      })
  void readsTimesInEveryUnit(String time) {
    String line =
        "{\"ts\":"
            + time
            + ",\"msg\":\"AI Request\",\"analysis_id\":\"a\",\"provider\":\"gemini\"}";
    assertThat(read(line).calls().getFirst().startMillis()).isEqualTo(1_795_168_800_500L);
  }

  @Test
  void tellsWhenTheClockWentBackwards() {
    String line =
        "{\"ts\":\"%s\",\"msg\":\"AI"
            + " Request\",\"analysis_id\":\"a%d\",\"provider\":\"gemini\",\"start\":\"2026-11-20T10:00:00Z\",\"latency_ms\":500}\n";
    String text =
        line.formatted("2026-11-20T10:00:00.500Z", 1)
            + line.formatted("2026-11-20T09:00:00.500Z", 2);
    Log log =
        new LogReader(1, 1 << 16, bytes -> {})
            .read(
                List.of(
                    new LogSource(
                        "back.log",
                        () ->
                            new java.io.ByteArrayInputStream(
                                text.getBytes(java.nio.charset.StandardCharsets.UTF_8)))));
    assertThat(log.intake().count(Fault.Kind.CLOCK_BACK)).isEqualTo(1);
    assertThat(log.intake().examples())
        .containsExactly(new Fault("back.log", 2, Fault.Kind.CLOCK_BACK));
    assertThat(log.calls()).hasSize(2).allMatch(call -> call.latencyMillis() == 500);
  }

  @Test
  void passesOverALineOfAHundredMegabytes() {
    String after = text(lines());
    Log log =
        new LogReader(2, 1 << 20, read -> {})
            .read(List.of(new LogSource("huge.log", () -> huge(after))));
    assertThat(log.calls()).hasSize(400);
    assertThat(log.intake().count(Fault.Kind.TOO_LONG)).isEqualTo(1);
    assertThat(log.intake().bytes()).isLessThan(10 << 20);
  }

  private static InputStream huge(String after) {
    InputStream line =
        new InputStream() {
          private long left = 100L << 20;

          @Override
          public int read() {
            return left-- > 0 ? 'x' : -1;
          }

          @Override
          public int read(byte[] bytes, int from, int length) {
            int given = (int) Math.min(left, length);
            Arrays.fill(bytes, from, from + given, (byte) 'x');
            left -= given;
            return given == 0 && length > 0 ? -1 : given;
          }
        };
    InputStream begin = new ByteArrayInputStream("{\"a\":\"".getBytes(StandardCharsets.UTF_8));
    InputStream end = new ByteArrayInputStream(("\"}\n" + after).getBytes(StandardCharsets.UTF_8));
    return new SequenceInputStream(new SequenceInputStream(begin, line), end);
  }

  @Test
  void aTextEndsAtItsOwnQuoteWhereverThatStands() {
    String call =
        """
        {"note":"%s","msg":"AI Request","analysis_id":"a%d","provider":"gemini","latency_ms":5}
        """;
    List<String> ends = List.of("", "\\\"", "\\\\", "\\\\\\\"", "}{,:", "ö", "\u0080\u00ff", "\\n");
    var lines = new StringBuilder();
    int count = 0;
    for (int before = 0; before < 20; before++) {
      for (String end : ends) {
        lines.append(call.formatted("x".repeat(before) + end, count++));
      }
    }
    Log log = read(lines.toString());
    assertThat(log.calls()).hasSize(count);
    assertThat(log.intake().faults()).isEmpty();
    for (int before = 0; before < 20; before++) {
      String cut = call.formatted("x".repeat(before) + "\n", 0) + call.formatted("", 1);
      assertThat(read(cut).calls()).hasSize(1);
    }
  }

  @Test
  void noBytesMakeItFail() {
    var random = new Random(11);
    byte[] good = text(lines().subList(0, 20)).getBytes(StandardCharsets.UTF_8);
    for (int run = 0; run < 400; run++) {
      byte[] bytes = good.clone();
      for (int i = 0; i < 1 + run % 30; i++) {
        int at = random.nextInt(bytes.length);
        bytes[at] = "{}[]\",:\\\n \u0000z9-".getBytes(StandardCharsets.UTF_8)[random.nextInt(14)];
      }
      int from = random.nextInt(bytes.length);
      byte[] part = Arrays.copyOfRange(bytes, from, bytes.length);
      Log log = read(part, 1, 1 << 16);
      assertThat(log.calls().size()).isLessThanOrEqualTo(80);
    }
  }

  @Test
  void aBrokenLineNeverTakesAnotherWithIt() {
    List<String> lines = lines().subList(0, 40);
    for (int cut = 1; cut < lines.get(20).length(); cut += 7) {
      var some = new ArrayList<>(lines);
      some.set(20, lines.get(20).substring(0, cut));
      Log log = read(text(some));
      assertThat(log.intake().requests() + log.intake().responses()).isEqualTo(39);
    }
  }

  @Test
  void saysWhatToDoWhenThereIsNoFile() {
    assertThatThrownBy(() -> LogSource.of(List.of(folder.resolve("none.log"))))
        .isInstanceOf(LogException.class)
        .hasMessageContaining("none.log")
        .hasMessageContaining("name a log file");
  }
}
