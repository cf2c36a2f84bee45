package koalens.emulator;

import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Consumer;
import java.util.stream.Stream;
import koalens.emulator.anthropic.AnthropicApi;
import koalens.emulator.gemini.GeminiApi;
import koalens.emulator.scenario.Fates;
import koalens.emulator.scenario.Fault;
import koalens.emulator.scenario.Scenario;
import koalens.emulator.wire.Api;
import koalens.emulator.wire.ApiServer;
import koalens.emulator.wire.ServedCall;

/// One emulated provider that listens on loopback. Thread-safe; close it to free its port.
public final class Emulator implements AutoCloseable {
  /// The header that every answer carries.
  public static final String ANNOUNCEMENT = ApiServer.ANNOUNCEMENT;

  private final Provider provider;
  private final Fates fates;
  private final Queue<ServedCall> served = new ConcurrentLinkedQueue<>();
  private final ApiServer server;

  private Emulator(
      Provider provider, Scenario scenario, int port, Optional<Consumer<ServedCall>> record) {
    this.provider = provider;
    this.fates = new Fates(scenario);
    this.server =
        new ApiServer(
            provider.word(),
            scenario,
            fates,
            api(provider, scenario),
            port,
            record.orElse(served::add));
  }

  /// An emulator that listens and remembers every call; the scenario's times count from now.
  ///
  /// @param port 0 for any free one
  /// @throws IllegalStateException when the port is taken
  public static Emulator start(Provider provider, Scenario scenario, int port) {
    return new Emulator(provider, scenario, port, Optional.empty());
  }

  /// An emulator that listens and hands on every call instead of remembering it.
  ///
  /// @param port 0 for any free one
  /// @param record told of every call, once its answer is out, on the thread that served it
  /// @throws IllegalStateException when the port is taken
  public static Emulator start(
      Provider provider, Scenario scenario, int port, Consumer<ServedCall> record) {
    return new Emulator(provider, scenario, port, Optional.of(record));
  }

  private static Api api(Provider provider, Scenario scenario) {
    return switch (provider) {
      case GEMINI -> new GeminiApi(scenario);
      case ANTHROPIC -> new AnthropicApi(scenario);
    };
  }

  /// Whose API it is.
  public Provider provider() {
    return provider;
  }

  /// The port it listens on.
  public int port() {
    return server.port();
  }

  /// The address to give a client instead of the provider's own.
  public String baseUrl() {
    return "http://127.0.0.1:" + port();
  }

  /// Lets the next calls fail with these faults, one each, whatever the scenario says.
  public void failNext(Fault... faults) {
    fates.force(Stream.of(faults).map(Optional::of).toList());
  }

  /// Lets so many of the next calls go well, whatever the scenario says.
  public void succeedNext(int calls) {
    fates.force(Stream.generate(Optional::<Fault>empty).limit(calls).toList());
  }

  /// The record of every call so far whose answer is out, in the order they ended; empty when they
  /// are handed on.
  public List<ServedCall> served() {
    return List.copyOf(served);
  }

  @Override
  public void close() {
    server.close();
  }
}
