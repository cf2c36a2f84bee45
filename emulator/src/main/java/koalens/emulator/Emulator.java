package koalens.emulator;

import java.util.List;
import java.util.Optional;
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
  private final ApiServer server;

  private Emulator(Provider provider, Scenario scenario, int port) {
    this.provider = provider;
    this.fates = new Fates(scenario);
    this.server = new ApiServer(provider.word(), scenario, fates, api(provider, scenario), port);
  }

  /// An emulator that listens; the scenario's times count from now.
  ///
  /// @param port 0 for any free one
  /// @throws IllegalStateException when the port is taken
  public static Emulator start(Provider provider, Scenario scenario, int port) {
    return new Emulator(provider, scenario, port);
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

  /// The record of every call so far whose answer is out, in the order they ended.
  public List<ServedCall> served() {
    return server.served();
  }

  @Override
  public void close() {
    server.close();
  }
}
