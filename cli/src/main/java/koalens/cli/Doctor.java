package koalens.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import koalens.backend.configure.Application;
import koalens.backend.configure.Readiness.Check;
import koalens.backend.configure.SettingDocumentation;
import koalens.backend.configure.Settings;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// `koalens doctor`.
@Command(
    name = "doctor",
    description = {
      "Says what is configured, what is missing, and what it means.",
      "",
      "Shows every setting with its value and meaning, never the value of a secret, then checks:",
      "  java       the Java that runs this",
      "  data       whether DATA_DIR can be written",
      "  port       whether PORT is free: not so while a server runs there",
      "  database   whether the ledger opens, as serve would open it, and answers",
      "  knowledge  whether the engine knows anything",
      "  provider   who answers",
      "With --url, it looks at a running server from outside instead, for the troubles of the",
      "runbook: deploy, keys, web app, cors, split, alerts; each with the command that shows it.",
      "With CHECK, that check alone is made and shown: for scripts and health probes."
    },
    mixinStandardHelpOptions = true,
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {
      "0:everything that was checked works; with --url: no trouble was found",
      "1:something does not",
      "2:wrong usage, or settings that cannot be used"
    },
    footerHeading = "%nExamples:%n",
    footer = {
      "  koalens doctor",
      "  APP_ENV=staging koalens doctor database",
      "  koalens doctor --url https://koalens-backend-staging.fly.dev \\",
      "    --origin https://staging.koalens-app.com --commit \"$(git rev-parse HEAD)\""
    })
final class Doctor implements Callable<Integer> {
  private static final List<String> OF_MACHINE = List.of("java", "data", "port");
  private static final List<String> OF_APPLICATION = List.of("database", "knowledge", "provider");

  @Spec private CommandSpec spec = CommandSpec.create();

  @Parameters(arity = "0..1", paramLabel = "CHECK", description = "The only check to make.")
  private @Nullable String wanted;

  @ArgGroup(exclusive = false)
  private @Nullable DoctorFromOutside outside;

  @Override
  public Integer call() throws InterruptedException {
    if (outside != null) {
      return outside.isWell(out()) ? ExitCode.DONE : ExitCode.FAILED;
    }
    requireCheck();
    Settings settings = Settings.current();
    if (wanted == null) {
      printSettings(settings);
    }
    List<Check> checks = Stream.concat(ofMachine(settings), ofApplication(settings)).toList();
    checks.forEach(this::print);
    out().flush();
    return checks.stream().allMatch(Check::ready) ? ExitCode.DONE : ExitCode.FAILED;
  }

  private void requireCheck() {
    List<String> checks = Stream.concat(OF_MACHINE.stream(), OF_APPLICATION.stream()).toList();
    if (wanted != null && !checks.contains(wanted)) {
      throw new ParameterException(
          spec.commandLine(),
          "there is no check '%s': use one of %s".formatted(wanted, String.join(", ", checks)));
    }
  }

  private boolean isWanted(String check) {
    return wanted == null || wanted.equals(check);
  }

  private void printSettings(Settings settings) {
    out().println("Settings (environment variables)");
    Settings.documentation().forEach(setting -> out().println(line(setting)));
    settings.notes().forEach(note -> out().println("  note: " + note));
    out().println();
    out().println("Checks");
  }

  private static String line(SettingDocumentation setting) {
    String value = System.getenv(setting.name());
    String shown =
        value == null || value.isEmpty()
            ? "default: " + setting.defaultValue()
            : setting.secret() ? "set" : value;
    return "  %-24s %-22s %s".formatted(setting.name(), shown, setting.meaning());
  }

  private void print(Check check) {
    out()
        .printf("  %-7s %-10s %s%n", check.ready() ? "ok" : "FAILED", check.name(), check.detail());
  }

  private PrintWriter out() {
    return spec.commandLine().getOut();
  }

  private Stream<Check> ofMachine(Settings settings) {
    return OF_MACHINE.stream()
        .filter(this::isWanted)
        .map(name ->
            switch (name) {
              case "data" -> data(settings.dataDirectory());
              case "port" -> port(settings);
              default -> new Check(name, true, Runtime.version().toString());
            });
  }

  private static Check data(Path directory) {
    try {
      Files.createDirectories(directory);
      return Files.isWritable(directory)
          ? new Check("data", true, directory + " can be written")
          : new Check("data", false, directory + " cannot be written: choose another DATA_DIR");
    } catch (IOException e) {
      return new Check("data", false, directory + " cannot be made: choose another DATA_DIR");
    }
  }

  private static Check port(Settings settings) {
    try (var socket = new ServerSocket()) {
      socket.bind(new InetSocketAddress(settings.host(), settings.port()));
      return new Check("port", true, settings.port() + " is free");
    } catch (IOException e) {
      String taken = settings.port() + " is taken or not allowed: choose another PORT";
      return new Check("port", false, taken);
    }
  }

  private Stream<Check> ofApplication(Settings settings) {
    if (OF_APPLICATION.stream().noneMatch(this::isWanted)) {
      return Stream.empty();
    }
    try (Application application = Application.open(settings)) {
      return application.readiness().checks().stream().filter(check -> isWanted(check.name()));
    } catch (RuntimeException e) {
      String failed = wanted == null ? OF_APPLICATION.getFirst() : wanted;
      return Stream.of(new Check(failed, false, String.valueOf(e.getMessage())));
    }
  }
}
