package koalens.cli.rehearsal;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Random;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import koalens.emulator.scenario.VeganStatus;

/// Shoppers who ask about labels: drawn from a seed, of ingredients whose truth is known.
final class Traffic {
  static final List<String> PLANT =
      List.of(
          "vatten",
          "socker",
          "salt",
          "havre",
          "rapsolja",
          "solrosolja",
          "vetemjöl",
          "tomat",
          "lök",
          "vitlök",
          "ris",
          "majsstärkelse",
          "sojabönor",
          "kikärtor",
          "potatis",
          "äpple",
          "jordnötter",
          "kanel",
          "svartpeppar",
          "kakaosmör");
  static final List<String> ANIMAL =
      List.of(
          "mjölk",
          "vassle",
          "ägg",
          "honung",
          "gelatin",
          "grädde",
          "smör",
          "kycklingkött",
          "laxolja",
          "skummjölkspulver");

  // Long, for a machine that has much else to do: a late answer is an answer.
  private static final Duration PATIENCE = Duration.ofMinutes(2);
  private static final int SHOPPERS_AT_ONCE = 16;
  private static final int PROGRESS_EVERY = 500;

  private final URI server;
  private final Random random;
  private final Queue<Duration> durations = new ConcurrentLinkedQueue<>();
  private final Queue<String> wrongs = new ConcurrentLinkedQueue<>();
  private final AtomicInteger answered = new AtomicInteger();

  private record Ask(String label, boolean animal, String user) {}

  Traffic(URI server, long seed) {
    this.server = server;
    this.random = new Random(seed);
  }

  /// What is true of the ingredients, for the emulated providers.
  static Map<String, VeganStatus> truth() {
    var truth = new HashMap<String, VeganStatus>();
    PLANT.forEach(name -> truth.put(name, VeganStatus.VEGAN));
    ANIMAL.forEach(name -> truth.put(name, VeganStatus.NON_VEGAN));
    return truth;
  }

  /// What came of it.
  ///
  /// @param answered analyses that came
  /// @param wrongs what went wrong, in words
  /// @param p50 the time that half of the answers kept within
  /// @param p95 the time that 95 of 100 kept within
  record Result(int answered, List<String> wrongs, Duration p50, Duration p95) {
    Result {
      wrongs = List.copyOf(wrongs);
    }
  }

  /// Asks so many times.
  Result ask(int times, Consumer<String> progress) throws InterruptedException {
    List<Ask> asks = IntStream.range(0, times).mapToObj(this::next).toList();
    try (HttpClient client = HttpClient.newHttpClient();
        ExecutorService shoppers = Executors.newFixedThreadPool(SHOPPERS_AT_ONCE)) {
      asks.forEach(ask -> shoppers.execute(() -> send(client, ask, times, progress)));
      shoppers.shutdown();
      while (!shoppers.awaitTermination(1, TimeUnit.HOURS)) {
        progress.accept("still asking");
      }
    }
    List<Duration> sorted = durations.stream().sorted().toList();
    return new Result(answered.get(), List.copyOf(wrongs), share(sorted, 0.5), share(sorted, 0.95));
  }

  private static Duration share(List<Duration> sorted, double share) {
    return sorted.isEmpty()
        ? Duration.ZERO
        : sorted.get(Math.min(sorted.size() - 1, (int) (share * sorted.size())));
  }

  private Ask next(int number) {
    var names = new ArrayList<String>();
    int count = 3 + random.nextInt(5);
    for (int i = 0; i < count; i++) {
      names.add(PLANT.get(random.nextInt(PLANT.size())));
    }
    boolean animal = random.nextInt(3) == 0;
    if (animal) {
      names.set(random.nextInt(count), ANIMAL.get(random.nextInt(ANIMAL.size())));
    }
    String list = names.stream().distinct().collect(Collectors.joining(", "));
    return new Ask("Ingredienser: " + list, animal, "shopper-" + number);
  }

  private void send(HttpClient client, Ask ask, int times, Consumer<String> progress) {
    String body = "{\"text\":\"%s\",\"userId\":\"%s\"}".formatted(ask.label(), ask.user());
    HttpRequest request =
        HttpRequest.newBuilder(server.resolve("/analyze-text"))
            .timeout(PATIENCE)
            .header("Content-Type", "application/json")
            .POST(BodyPublishers.ofString(body, StandardCharsets.UTF_8))
            .build();
    long began = System.nanoTime();
    try {
      HttpResponse<String> answer = client.send(request, BodyHandlers.ofString());
      durations.add(Duration.ofNanos(System.nanoTime() - began));
      judge(ask, answer);
    } catch (IOException e) {
      wrongs.add("no answer: " + e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    int done = answered.get();
    if (done > 0 && done % PROGRESS_EVERY == 0) {
      progress.accept("%d of %d analyses".formatted(done, times));
    }
  }

  private void judge(Ask ask, HttpResponse<String> answer) {
    if (answer.statusCode() != 200) {
      wrongs.add("status " + answer.statusCode());
      return;
    }
    answered.incrementAndGet();
    if (ask.animal() && !answer.body().contains("\"isVegan\":false")) {
      wrongs.add("not called non-vegan: " + ask.label());
    }
  }
}
