package koalens.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.Callable;
import koalens.operations.fly.Fly;
import koalens.operations.fly.FlyConfig;
import koalens.operations.fly.FlyRun;
import koalens.operations.fly.SecretsFile;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// `koalens secrets`.
@Command(
    name = "secrets",
    description = "Looks after the secrets of an environment.",
    mixinStandardHelpOptions = true,
    subcommands = Secrets.Push.class)
final class Secrets {

  /// `koalens secrets push`.
  @Command(
      name = "push",
      description = {
        "Gives the secrets in a file to Fly, staged: machines get them at the next deployment.",
        "",
        "The file has NAME=value a line. Every value is quoted on its way, since fly cuts an",
        "unquoted one at #, and goes through standard input, so that no list of processes and no",
        "shell history shows it."
      },
      mixinStandardHelpOptions = true,
      exitCodeListHeading = "%nExit codes:%n",
      exitCodeList = {"0:staged", "1:the file cannot be used, or fly failed", "2:wrong usage"},
      footerHeading = "%nExamples:%n",
      footer = "  koalens secrets push staging --file .secrets.staging")
  static final class Push implements Callable<Integer> {
    private static final Duration TIMEOUT = Duration.ofMinutes(2);

    @Spec private CommandSpec spec = CommandSpec.create();

    @Parameters(paramLabel = "ENVIRONMENT", description = "staging or production.")
    private String environment = "";

    @Option(names = "--file", required = true, description = "The file that holds them.")
    private Path file = Path.of("");

    @Option(names = "--config", paramLabel = "FILE", description = "The fly.toml.")
    private @Nullable Path config;

    @Option(names = "--fly", paramLabel = "PROGRAM", defaultValue = "fly", description = "fly.")
    private String program = "fly";

    @Option(names = "--dry-run", description = "Print the names, touch nothing.")
    private boolean dryRun;

    @Override
    public Integer call() throws IOException, InterruptedException {
      Path toml = config == null ? Path.of("deploy", "fly." + environment + ".toml") : config;
      requireFile(toml, "--config");
      requireFile(file, "--file");
      String app = FlyConfig.read(toml).app();
      SecretsFile secrets = SecretsFile.parse(file.toString(), Files.readString(file));
      secrets.names().forEach(name -> say(app + " " + name));
      return dryRun ? ExitCode.DONE : push(secrets, app);
    }

    private void requireFile(Path wanted, String option) {
      if (!Files.isReadable(wanted)) {
        throw new ParameterException(
            spec.commandLine(),
            "%s cannot be read: name the file with %s".formatted(wanted, option));
      }
    }

    private int push(SecretsFile secrets, String app) throws InterruptedException {
      // What fly prints might repeat what it read.
      FlyRun run = secrets.push(new Fly(program, TIMEOUT, _ -> {}), app);
      say(
          run.saysOk()
              ? "staged: machines get them at the next deployment"
              : "fly secrets import failed with exit code " + run.exitCode());
      return run.saysOk() ? ExitCode.DONE : ExitCode.FAILED;
    }

    private void say(String line) {
      spec.commandLine().getOut().println(line);
    }
  }
}
