package koalens.benchmarks;

import com.sun.tools.attach.AttachNotSupportedException;
import com.sun.tools.attach.VirtualMachine;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import koalens.emulator.Emulator;
import koalens.emulator.Provider;
import koalens.emulator.scenario.Latency;
import koalens.emulator.scenario.Scenario;

/// Where a server's processor time goes under a load: a flame graph, one page that needs nothing
/// else, and beside it the same stacks as text, one a line with its count. Drawn by async-profiler,
/// which comes with the benchmarks; Linux on x86-64 or ARM alone.
///
/// Arguments: `text`, `claude` or `gemini`; where to, such as `text.html`; seconds of warm-up
/// before anything is recorded (default 60); seconds recorded (30); calls of a provider a second
/// (100).
public final class Flames {
  private static final int CONNECTIONS = 16;

  private Flames() {}

  /// What the server is asked while it is watched.
  private interface Asking {
    void forSeconds(int seconds) throws InterruptedException;
  }

  /// Loads the server and draws.
  public static void main(String[] arguments)
      throws IOException, InterruptedException, AttachNotSupportedException {
    Path target = Path.of(arguments[1]).toAbsolutePath();
    int warmUp = argument(arguments, 2, 60);
    int seconds = argument(arguments, 3, 30);
    int rate = argument(arguments, 4, 100);
    switch (arguments[0]) {
      case "text" -> {
        try (var server = ServerProcess.start(List.of())) {
          var load =
              new Load(
                  server, server.koalens(), "/analyze-text", Bodies.allDifferent(), CONNECTIONS);
          draw(server, load::run, warmUp, seconds, target);
        }
      }
      case "claude" -> provider(Provider.ANTHROPIC, "claude", rate, warmUp, seconds, target);
      case "gemini" -> provider(Provider.GEMINI, "gemini", rate, warmUp, seconds, target);
      default -> throw new IllegalArgumentException("say text, claude or gemini");
    }
  }

  private static void provider(
      Provider provider, String name, int rate, int warmUp, int seconds, Path target)
      throws IOException, InterruptedException, AttachNotSupportedException {
    Path logs = Files.createTempDirectory("koalens-flames");
    Scenario scenario = Scenario.of(1).withLatency(new Latency.Fixed(Duration.ofMillis(10)));
    try (Emulator emulator = Emulator.start(provider, scenario, 0);
        var server = ServerProcess.start(List.of(), settings(logs, provider, emulator))) {
      var calls = new ProviderCalls(server.koalens(), name, logs);
      draw(server, time -> calls.run(Optional.of(rate), time), warmUp, seconds, target);
    }
  }

  private static Map<String, String> settings(Path logs, Provider provider, Emulator emulator) {
    String name =
        switch (provider) {
          case GEMINI -> "GEMINI";
          case ANTHROPIC -> "ANTHROPIC";
        };
    return Map.of(
        "LOG_DIR",
        logs.toString(),
        name + "_API_KEY",
        "key-for-emulators",
        name + "_BASE_URL",
        emulator.baseUrl());
  }

  private static void draw(
      ServerProcess server, Asking asking, int warmUp, int seconds, Path target)
      throws IOException, InterruptedException, AttachNotSupportedException {
    asking.forSeconds(warmUp);
    String profiler = profiler().toString();
    VirtualMachine machine = VirtualMachine.attach(Long.toString(server.processId()));
    try {
      tell(machine, profiler, "start,event=ctimer,interval=1ms");
      long before = server.processorNanos();
      asking.forSeconds(seconds);
      double used = (server.processorNanos() - before) / 1e9;
      String stacks = target.toString().replaceFirst("(\\.html)?$", ".collapsed");
      tell(machine, profiler, "dump,collapsed,file=" + stacks);
      tell(machine, profiler, "stop,file=" + target);
      System.out.printf(
          "%s: %.1f s of processor time in %d s; stacks in %s%n", target, used, seconds, stacks);
    } finally {
      machine.detach();
    }
  }

  private static void tell(VirtualMachine machine, String profiler, String what)
      throws IOException {
    try {
      machine.loadAgentPath(profiler, what);
    } catch (com.sun.tools.attach.AgentLoadException
        | com.sun.tools.attach.AgentInitializationException e) {
      throw new IOException("the profiler does not " + what, e);
    }
  }

  // It lies in its jar for several machines; the server's process needs it as a file.
  private static Path profiler() throws IOException {
    String machine = System.getProperty("os.arch").equals("aarch64") ? "arm64" : "x64";
    String name = "/linux-" + machine + "/libasyncProfiler.so";
    Path file = Files.createTempFile("koalens-profiler", ".so");
    file.toFile().deleteOnExit();
    try (InputStream library = one.profiler.AsyncProfiler.class.getResourceAsStream(name)) {
      if (library == null) {
        throw new IOException("no profiler for this machine: " + name);
      }
      Files.copy(library, file, StandardCopyOption.REPLACE_EXISTING);
    }
    return file;
  }

  private static int argument(String[] arguments, int index, int standard) {
    return arguments.length > index ? Integer.parseInt(arguments[index]) : standard;
  }
}
