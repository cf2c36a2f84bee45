package koalens.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import koalens.backend.configure.Application;
import koalens.backend.configure.Readiness;
import koalens.backend.configure.SettingDocumentation;
import koalens.backend.configure.Settings;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/// `koalens doctor`.
@Command(
    name = "doctor",
    description = {
      "Says what is configured, what is missing, and what it means.",
      "Opens the database as serve would; never shows the value of a secret."
    },
    mixinStandardHelpOptions = true,
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {"0:everything works", "1:something does not", "2:settings that cannot be used"},
    footerHeading = "%nExample:%n",
    footer = "  APP_ENV=staging koalens doctor")
final class Doctor implements Callable<Integer> {
  @Spec private CommandSpec spec = CommandSpec.create();
  private boolean healthy = true;

  @Override
  public Integer call() {
    Settings settings = Settings.current();
    PrintWriter out = spec.commandLine().getOut();
    out.println("Settings (environment variables)");
    Settings.documentation().forEach(setting -> out.println(line(setting)));
    out.println();
    out.println("Checks");
    check("java", true, Runtime.version().toString());
    checkDirectory(settings.dataDirectory());
    checkPort(settings);
    checkApplication(settings);
    settings.notes().forEach(note -> out.println("  note      " + note));
    out.flush();
    return healthy ? ExitCode.DONE : ExitCode.FAILED;
  }

  private static String line(SettingDocumentation setting) {
    String value = System.getenv(setting.name());
    String shown =
        value == null || value.isEmpty()
            ? "default: " + setting.defaultValue()
            : setting.secret() ? "set" : value;
    return "  %-24s %-22s %s".formatted(setting.name(), shown, setting.meaning());
  }

  private void check(String name, boolean works, String detail) {
    healthy &= works;
    spec.commandLine().getOut().printf("  %-9s %-10s %s%n", works ? "ok" : "FAILED", name, detail);
  }

  private void checkDirectory(Path directory) {
    try {
      Files.createDirectories(directory);
      check("data", Files.isWritable(directory), directory + " can be written");
    } catch (IOException e) {
      check("data", false, directory + " cannot be made: choose another DATA_DIR");
    }
  }

  private void checkPort(Settings settings) {
    try (var socket = new ServerSocket()) {
      socket.bind(new InetSocketAddress(settings.host(), settings.port()));
      check("port", true, settings.port() + " is free");
    } catch (IOException e) {
      check("port", false, settings.port() + " is taken or not allowed: choose another PORT");
    }
  }

  private void checkApplication(Settings settings) {
    try (Application application = Application.open(settings)) {
      application.readiness().checks().forEach(this::check);
    } catch (RuntimeException e) {
      check("database", false, String.valueOf(e.getMessage()));
    }
  }

  private void check(Readiness.Check found) {
    check(found.name(), found.ready(), found.detail());
  }
}
