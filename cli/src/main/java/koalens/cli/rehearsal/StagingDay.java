package koalens.cli.rehearsal;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/// The scenes of the day.
final class StagingDay {
  private static final String CONFIG = "deploy/fly.staging.toml";
  private static final String ALERTS = "deploy/monitoring/staging-alerts.yaml";
  // What the emulated providers differ by on purpose; their cost and time prove nothing here.
  private static final String GATES = "critical-error,wrong-verdict";
  private static final Duration PATIENCE = Duration.ofMinutes(2);
  private static final int PROMOTE_GEMINI = 20;
  private static final int KEEP_COLLECTING = 23;
  private static final int ROLLED_BACK = 1;
  private static final int REFUSED = 3;

  private final House house;
  private String good = "";
  private Optional<Watch> watch = Optional.empty();
  private int decision = -1;

  StagingDay(House house) {
    this.house = house;
  }

  List<Script> scripts() {
    return List.of(
        new Script(
            "Secrets reach the apps",
            "both apps have them, and no value stands in a command line",
            this::secrets),
        new Script("A good version is deployed", "exit code 0, and its commit answers", this::good),
        new Script(
            "Prometheus, Alertmanager and the probe watch",
            "the probe sees staging answer 200",
            this::watch),
        new Script(
            "A version that shuts the page out is deployed",
            "exit code 1, the version before answers again, and Slack is told",
            this::bad),
        new Script(
            "The experiment begins",
            "exit code 0: a version that splits analyses between Gemini and Claude answers",
            this::experiment),
        new Script(
            "Shoppers ask",
            "every analysis is answered, and no animal ingredient is called vegan",
            this::shoppers),
        new Script(
            "The server dies",
            "staging_backend_down arrives in Slack, and its end when the server is back",
            this::crash),
        new Script(
            "The providers are compared",
            "PROMOTE gemini, or KEEP COLLECTING where there were too few analyses",
            this::compare),
        new Script(
            "The validated image goes to production",
            "the decision lets it, or somebody answers for it; staging's commit answers",
            this::promote));
  }

  private Finding secrets(Consumer<String> transcript) throws IOException, InterruptedException {
    for (String environment : List.of("staging", "production")) {
      house.secrets(environment);
      String file = ".secrets." + environment;
      int code = run(transcript, "secrets", "push", environment, "--file", file, "--fly", fly());
      if (code != 0) {
        return Finding.of(false, "exit code " + code);
      }
    }
    boolean hidden =
        house.cloud().calls().stream()
            .noneMatch(call -> call.matches(".*(" + house.hidden() + ").*"));
    boolean there = house.staging().secretNames().contains("GEMINI_API_KEY");
    return Finding.of(
        hidden && there, "staging has " + String.join(", ", house.staging().secretNames()));
  }

  private Finding good(Consumer<String> transcript) throws IOException, InterruptedException {
    int code = deploy(transcript);
    good = house.tree().head();
    return Finding.of(code == 0 && answers(good, house.staging()), "exit code " + code);
  }

  private Finding watch(Consumer<String> transcript) throws IOException, InterruptedException {
    List<String> missing = Watch.missing();
    if (!missing.isEmpty()) {
      return Finding.leftOut(
          String.join(", ", missing) + " not installed: no alert can be rehearsed");
    }
    Watch started =
        Watch.start(
            house.tree().folder().resolve(ALERTS),
            house.staging().gateway().address(),
            house.staging().metrics(),
            house.inbox().hook(),
            house.plan().folder().resolve("watch"),
            house.programs());
    watch = Optional.of(started);
    return Finding.of(await(started::seesServer), "the probe sees it");
  }

  private Finding bad(Consumer<String> transcript) throws IOException, InterruptedException {
    String origin = "https://staging.koalens-app.com";
    transcript.accept("(CORS_ORIGIN names another page by mistake)");
    house.tree().change(CONFIG, origin, "https://staging.koalens-app.example", "A bad version");
    int code = deploy(transcript, "--origin", origin);
    house.tree().change(CONFIG, "https://staging.koalens-app.example", origin, "Mend it");
    return Finding.of(
        code == ROLLED_BACK && answers(good, house.staging()) && house.inbox().holds("rolled back"),
        "exit code %d, and %s answers".formatted(code, commit(house.staging())));
  }

  private Finding experiment(Consumer<String> transcript) throws IOException, InterruptedException {
    house
        .tree()
        .change(
            CONFIG, "ENABLE_AB_TEST = \"false\"", "ENABLE_AB_TEST = \"true\"", "Split analyses");
    int code = deploy(transcript);
    boolean there = answers(house.tree().head(), house.staging());
    return Finding.of(code == 0 && there, "exit code " + code);
  }

  private Finding shoppers(Consumer<String> transcript) throws IOException, InterruptedException {
    var traffic = new Traffic(house.staging().gateway().address(), house.plan().seed());
    Traffic.Result result = traffic.ask(house.plan().analyses(), transcript);
    result.wrongs().stream().distinct().limit(5).forEach(transcript);
    return Finding.of(
        result.wrongs().isEmpty() && result.answered() == house.plan().analyses(),
        "%d answered, %d wrongly or not; p50 %d ms, p95 %d ms on this machine"
            .formatted(
                result.answered(),
                result.wrongs().size(),
                result.p50().toMillis(),
                result.p95().toMillis()));
  }

  private Finding crash(Consumer<String> transcript) throws IOException, InterruptedException {
    transcript.accept("(the server process is killed)");
    house.staging().crash();
    boolean told = watch.isEmpty() || await(() -> isTold("FIRING"));
    transcript.accept("(it is started again)");
    boolean back = house.staging().restart();
    boolean resolved = watch.isEmpty() || await(() -> isTold("RESOLVED"));
    if (watch.isEmpty()) {
      return new Finding(
          back ? Scene.Outcome.LEFT_OUT : Scene.Outcome.OTHERWISE, "nobody watched; back: " + back);
    }
    house.inbox().messages().stream().filter(this::isOfTheDeath).forEach(transcript);
    return Finding.of(
        told && back && resolved,
        "alert %s, server %s, end of the alert %s"
            .formatted(word(told), back ? "back" : "not back", word(resolved)));
  }

  private boolean isTold(String status) {
    return house.inbox().holds("[" + status + "] staging_backend_down");
  }

  private boolean isOfTheDeath(String message) {
    return message.contains("staging_backend_down");
  }

  private static String word(boolean arrived) {
    return arrived ? "arrived" : "did not arrive";
  }

  private Finding compare(Consumer<String> transcript) throws IOException, InterruptedException {
    String logs = house.staging().logs().toString();
    Path report = house.tree().folder().resolve(".koalens/decision.json");
    var json = new ArrayList<String>();
    transcript.accept(
        "$ koalens compare %s --gates %s --json > .koalens/decision.json".formatted(logs, GATES));
    decision =
        house
            .koalens()
            .run(
                house.tree().folder(),
                Map.of(),
                json::add,
                List.of("compare", logs, "--gates", GATES, "--json"));
    // Its progress, which a shell's > would leave out, comes along here.
    String text =
        json.stream().filter(line -> line.startsWith("{")).collect(Collectors.joining("\n"));
    Files.writeString(report, text);
    String headline = text.replaceFirst("(?s).*\"headline\"\\s*:\\s*\"([^\"]*)\".*", "$1");
    transcript.accept(headline.length() < text.length() ? headline : "(no decision)");
    return Finding.of(
        decision == PROMOTE_GEMINI || decision == KEEP_COLLECTING,
        "%s (exit code %d)".formatted(headline, decision));
  }

  private Finding promote(Consumer<String> transcript) throws IOException, InterruptedException {
    String by = "--decision=.koalens/decision.json";
    int code = run(transcript, promotion(by));
    boolean allowed = decision == PROMOTE_GEMINI;
    if (code != (allowed ? 0 : REFUSED)) {
      return Finding.of(false, "exit code " + code);
    }
    int second = allowed ? code : run(transcript, promotion("--because=it is a rehearsal"));
    boolean same = commit(house.production()).equals(commit(house.staging()));
    return Finding.of(
        second == 0 && same,
        "%s; production answers with %s"
            .formatted(
                allowed ? "the decision let it" : "the decision did not let it, somebody answered",
                commit(house.production())));
  }

  private String[] promotion(String reason) throws IOException {
    return new String[] {
      "promote",
      reason,
      "--url",
      house.production().gateway().address().toString(),
      "--metrics",
      house.production().metrics().toString(),
      "--fly",
      fly(),
      "--boot=60"
    };
  }

  private int deploy(Consumer<String> transcript, String... more)
      throws IOException, InterruptedException {
    var arguments = new ArrayList<String>();
    arguments.addAll(List.of("deploy", "staging"));
    arguments.addAll(
        List.of(
            "--url",
            house.staging().gateway().address().toString(),
            "--fly",
            fly(),
            "--metrics",
            house.staging().metrics().toString(),
            "--identity-timeout=60",
            "--boot=60"));
    watch.ifPresent(watcher -> arguments.addAll(List.of("--alertmanager", watcher.alertmanager())));
    arguments.addAll(List.of(more));
    return run(transcript, arguments.toArray(String[]::new));
  }

  private String fly() {
    return house.cloud().program().toString();
  }

  private int run(Consumer<String> transcript, String... arguments)
      throws IOException, InterruptedException {
    transcript.accept("$ koalens " + String.join(" ", arguments));
    Map<String, String> slack = Map.of("SLACK_WEBHOOK_URL", house.inbox().hook());
    int code = house.koalens().run(house.tree().folder(), slack, transcript, List.of(arguments));
    transcript.accept("(exit code " + code + ")");
    return code;
  }

  private static boolean answers(String commit, App app) {
    return commit(app).equals(commit);
  }

  private static String commit(App app) {
    try (var in = app.gateway().address().resolve("/version").toURL().openStream()) {
      String said = new String(in.readAllBytes(), StandardCharsets.UTF_8);
      return said.replaceFirst("(?s).*\"commit\":\"([^\"]*)\".*", "$1");
    } catch (IOException e) {
      return "nobody";
    }
  }

  private static boolean await(BooleanSupplier happened) throws InterruptedException {
    long end = System.nanoTime() + PATIENCE.toNanos();
    while (!happened.getAsBoolean()) {
      if (System.nanoTime() > end) {
        return false;
      }
      Thread.sleep(100);
    }
    return true;
  }
}
