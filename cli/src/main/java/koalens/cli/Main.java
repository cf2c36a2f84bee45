package koalens.cli;

import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/// The command line of KoaLens.
@Command(
    name = "koalens",
    description = "Is this food vegan, and why?",
    mixinStandardHelpOptions = true,
    versionProvider = VersionText.class,
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {
      "0:done",
      "1:it failed, or a check did not pass",
      "2:wrong usage, or settings that cannot be used",
      "2, 3, 4:deploy and promote, see there",
      "10, 11, 12:analyze only, see there",
      "20 to 25:compare only, see there"
    },
    footerHeading = "%nExamples:%n",
    footer = {
      "  koalens serve",
      "  koalens analyze \"Vatten, havre, skummjölkspulver\"",
      "  koalens doctor",
      "",
      "Every setting is an environment variable; doctor lists them."
    })
public final class Main implements Runnable {
  private static final int WIDTH = 100;
  private static final String[] SERVE = {"serve"};
  private static final List<Class<?>> COMMANDS =
      List.of(
          Serve.class,
          Analyze.class,
          Evaluate.class,
          Compare.class,
          PlanExperiment.class,
          Knowledge.class,
          Validate.class,
          Deploy.class,
          Promote.class,
          Secrets.class,
          Alerts.class,
          Rehearse.class,
          Emulate.class,
          Doctor.class,
          Migrate.class,
          Backup.class,
          Restore.class,
          Reports.class,
          Completion.class,
          CommandLine.HelpCommand.class);
  private static final Set<Class<?>> TELL_OF_ALL =
      Set.of(Completion.class, CommandLine.HelpCommand.class);

  @CommandLine.Spec private CommandLine.Model.@org.jspecify.annotations.Nullable CommandSpec spec;

  /// Runs a command and exits with its code.
  public static void main(String[] arguments) {
    var err = new PrintWriter(System.err, true, StandardCharsets.UTF_8);
    System.exit(Arrays.equals(arguments, SERVE) ? Serving.run(err) : execute(arguments, err));
  }

  private static int execute(String[] arguments, PrintWriter err) {
    return commandLine(arguments)
        .setOut(new PrintWriter(System.out, true, StandardCharsets.UTF_8))
        .setErr(err)
        .execute(arguments);
  }

  /// The command line, ready to execute these arguments; without any, all there is.
  static CommandLine commandLine(String... arguments) {
    return commandLine(named(arguments));
  }

  // Reading the annotations of all commands takes longer than many a command: only those of the one
  // that is asked for, unless it tells of the others.
  private static List<Class<?>> named(String... arguments) {
    String name = arguments.length == 0 ? "" : arguments[0];
    return COMMANDS.stream()
        .filter(command -> !TELL_OF_ALL.contains(command))
        .filter(command -> name.equals(command.getAnnotation(Command.class).name()))
        .findFirst()
        .<List<Class<?>>>map(List::of)
        .orElse(COMMANDS);
  }

  private static CommandLine commandLine(List<Class<?>> commands) {
    CommandLine line = new CommandLine(new Main());
    commands.forEach(line::addSubcommand);
    line.setExecutionExceptionHandler(
        (fault, failed, _) -> code(Faults.explain(fault, failed.getErr()), failed));
    line.setUsageHelpWidth(WIDTH);
    layOut(line);
    line.getSubcommands().values().forEach(Main::layOut);
    return line;
  }

  // Of some commands a failure has a code of its own.
  private static int code(int explained, CommandLine failed) {
    return explained == ExitCode.FAILED
        ? failed.getCommandSpec().exitCodeOnExecutionException()
        : explained;
  }

  private static void layOut(CommandLine command) {
    command
        .getCommandSpec()
        .usageMessage()
        .descriptionHeading("%n")
        .parameterListHeading("%nParameters:%n")
        .optionListHeading("%nOptions:%n")
        .commandListHeading("%nCommands:%n");
  }

  @Override
  public void run() {
    if (spec != null) {
      spec.commandLine().usage(spec.commandLine().getOut());
    }
  }
}
