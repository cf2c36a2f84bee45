package koalens.cli.rehearsal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import koalens.emulator.Emulator;
import koalens.emulator.Provider;
import koalens.emulator.scenario.Accuracy;
import koalens.emulator.scenario.Latency;
import koalens.emulator.scenario.Scenario;
import koalens.emulator.scenario.Truth;

/// Everything a rehearsal needs to be there before the first scene.
final class House implements AutoCloseable {
  // What the emulated models read in the photo and the film that a validation sends.
  private static final String READ = "Ingredienser: vatten, rapsolja, mjölk, salt.";

  static final String STAGING = "koalens-backend-staging";
  static final String PRODUCTION = "koalens-backend";

  private final Plan plan;
  private final Programs programs;
  private final Koalens koalens;
  private final Tree tree;
  private final Database database;
  private final Map<Provider, Emulator> providers;
  private final Cloud cloud;
  private final Inbox inbox;

  private House(
      Plan plan,
      Programs programs,
      Koalens koalens,
      Tree tree,
      Database database,
      Map<Provider, Emulator> providers,
      Cloud cloud,
      Inbox inbox) {
    this.plan = plan;
    this.programs = programs;
    this.koalens = koalens;
    this.tree = tree;
    this.database = database;
    this.providers = providers;
    this.cloud = cloud;
    this.inbox = inbox;
  }

  static House open(Plan plan, Programs programs) throws IOException, InterruptedException {
    var koalens = new Koalens(programs, plan.command());
    Path folder = plan.folder();
    Tree tree = Tree.copy(plan.root(), folder.resolve("tree"), programs);
    Database database = Database.start(plan.root(), folder.resolve("database"), programs);
    return new House(
        plan,
        programs,
        koalens,
        tree,
        database,
        providers(plan.seed()),
        Cloud.open(folder.resolve("cloud"), koalens),
        Inbox.open());
  }

  // Gemini is better here, and quicker: what the comparison has to find out.
  private static Map<Provider, Emulator> providers(long seed) {
    var providers = new EnumMap<Provider, Emulator>(Provider.class);
    providers.put(Provider.GEMINI, provider(Provider.GEMINI, seed, 0.999, 0, 40));
    providers.put(Provider.ANTHROPIC, provider(Provider.ANTHROPIC, seed + 1, 0.95, 0.03, 80));
    return providers;
  }

  private static Emulator provider(
      Provider provider, long seed, double right, double falseVegan, int millis) {
    Scenario scenario =
        Scenario.of(seed)
            .withTruth(Truth.of(Traffic.truth(), seed))
            .withReadings(Map.of("*", READ))
            .withAccuracy(Accuracy.of(right, falseVegan))
            .withLatency(new Latency.LogNormal(Duration.ofMillis(millis), 0.3));
    return Emulator.start(provider, scenario, 0, _ -> {});
  }

  Plan plan() {
    return plan;
  }

  Programs programs() {
    return programs;
  }

  Koalens koalens() {
    return koalens;
  }

  Tree tree() {
    return tree;
  }

  Database database() {
    return database;
  }

  Cloud cloud() {
    return cloud;
  }

  Inbox inbox() {
    return inbox;
  }

  App staging() throws IOException {
    return cloud.app(STAGING);
  }

  App production() throws IOException {
    return cloud.app(PRODUCTION);
  }

  /// The secrets of an app, in a file as `koalens secrets push` reads it.
  Path secrets(String environment) throws IOException {
    var lines = new java.util.ArrayList<String>();
    boolean staging = environment.equals("staging");
    lines.add("DATABASE_URL=" + (staging ? database.staging() : database.production()));
    // Every shopper here has the same address.
    lines.add("REQUESTS_PER_MINUTE=0");
    lines.add("ANALYSES_PER_MONTH=0");
    lines.add("LOG_HASH_KEY=rehearsal-" + environment);
    if (staging) {
      providers.forEach((provider, emulator) -> lines.addAll(settings(provider, emulator)));
    }
    return Files.write(tree.folder().resolve(".secrets." + environment), lines);
  }

  private static List<String> settings(Provider provider, Emulator emulator) {
    return List.of(
        provider.baseUrlVariable() + "=" + emulator.baseUrl(),
        provider.keyVariable() + "=emulated-" + provider.word());
  }

  /// The values that stand in no list of processes.
  String hidden() {
    return providers.keySet().stream()
        .map(provider -> "emulated-" + provider.word())
        .collect(Collectors.joining("|"));
  }

  @Override
  public void close() {
    cloud.close();
    inbox.close();
    providers.values().forEach(Emulator::close);
  }
}
