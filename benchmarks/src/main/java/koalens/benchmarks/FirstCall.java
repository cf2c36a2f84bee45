package koalens.benchmarks;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import koalens.emulator.Emulator;
import koalens.emulator.Provider;
import koalens.emulator.scenario.Scenario;

/// The first analysis of a process that a provider is asked about, Gemini before Claude, two
/// seconds after the server that `deploy/image.sh` laid out says that it listens; emulated
/// providers answer at once. By turns with the AOT cache for servers with a key and with the one
/// for servers without. Beside it the processor time until the server listens.
///
/// Arguments: the layout's folder, rounds (default 7).
public final class FirstCall {
  private static final Pattern LISTENING = Pattern.compile("listening.*port\"?[=:]\"?(\\d+)");
  private static final List<String> CACHES = List.of("koalens-providers.aot", "koalens.aot");
  private static final HttpClient HTTP = HttpClient.newHttpClient();

  private final Path layout;
  private final Map<String, String> keys;
  private final Map<String, List<Double>> milliseconds = new TreeMap<>();

  private FirstCall(Path layout, Emulator gemini, Emulator claude) {
    this.layout = layout;
    this.keys =
        Map.of(
            "GEMINI_API_KEY",
            "key-for-emulators",
            "ANTHROPIC_API_KEY",
            "key-for-emulators",
            "GEMINI_BASE_URL",
            gemini.baseUrl(),
            "ANTHROPIC_BASE_URL",
            claude.baseUrl());
  }

  /// Runs the benchmark and prints its figures.
  public static void main(String[] arguments) throws IOException, InterruptedException {
    int rounds = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 7;
    try (var gemini = Emulator.start(Provider.GEMINI, Scenario.of(1), 0);
        var claude = Emulator.start(Provider.ANTHROPIC, Scenario.of(1), 0)) {
      var calls = new FirstCall(Path.of(arguments[0]), gemini, claude);
      for (int round = 0; round < rounds; round++) {
        for (String cache : CACHES) {
          calls.start(cache);
        }
      }
      calls.print();
    }
  }

  private void start(String cache) throws IOException, InterruptedException {
    Path data = Files.createTempDirectory("koalens-first-call");
    Path log = data.resolve("log");
    var builder = new ProcessBuilder(layout.resolve("bin/koalens").toString(), "serve");
    builder.environment().putAll(keys);
    // The last of several caches named is the one used.
    builder.environment().put("JAVA_OPTIONS", "-XX:AOTCache=" + layout.resolve(cache));
    builder.environment().putAll(Map.of("PORT", "0", "DATA_DIR", data.toString()));
    Process process = builder.redirectErrorStream(true).redirectOutput(log.toFile()).start();
    try {
      int port = port(process, log);
      note(cache, "start, processor time", ServerProcess.processorNanos(process));
      TimeUnit.SECONDS.sleep(2);
      note(cache, "Gemini's first call", call(port, "gemini", cache));
      note(cache, "then Claude's first call", call(port, "claude", cache));
    } finally {
      process.destroy();
      process.waitFor();
      delete(data);
    }
  }

  private static int port(Process process, Path log) throws IOException, InterruptedException {
    while (process.isAlive()) {
      Matcher listening = LISTENING.matcher(Files.readString(log));
      if (listening.find()) {
        return Integer.parseInt(listening.group(1));
      }
      TimeUnit.MILLISECONDS.sleep(5);
    }
    throw new IllegalStateException(Files.readString(log));
  }

  private static long call(int port, String provider, String cache)
      throws IOException, InterruptedException {
    String body =
        "{\"ingredients\":[\"vatten\",\"flurban\"],\"provider\":\"%s\"}".formatted(provider);
    HttpRequest request =
        HttpRequest.newBuilder(URI.create("http://localhost:%d/analyze-text".formatted(port)))
            .header("Content-Type", "application/json")
            .POST(HttpRequest.BodyPublishers.ofString(body))
            .build();
    long began = System.nanoTime();
    String answer = HTTP.send(request, HttpResponse.BodyHandlers.ofString()).body();
    long took = System.nanoTime() - began;
    if (!answer.contains("\"provider\":\"%s\"".formatted(provider))) {
      System.out.printf("%s did not answer in time, the engine did (%s)%n", provider, cache);
    }
    return took;
  }

  private void note(String cache, String what, long nanos) {
    milliseconds.computeIfAbsent(what + ", " + cache, _ -> new ArrayList<>()).add(nanos / 1e6);
  }

  private void print() {
    milliseconds.forEach((what, all) -> {
      List<Double> sorted = all.stream().sorted().toList();
      System.out.printf(
          Locale.ROOT,
          "%-48s %5.0f ms (%.0f to %.0f), median of %d%n",
          what,
          sorted.get(sorted.size() / 2),
          sorted.getFirst(),
          sorted.getLast(),
          sorted.size());
    });
  }

  private static void delete(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.deleteIfExists(file);
      }
    }
  }
}
