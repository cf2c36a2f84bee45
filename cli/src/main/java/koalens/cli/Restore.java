package koalens.cli;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import koalens.backend.configure.Application;
import koalens.backend.configure.Settings;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// `koalens restore`.
@Command(
    name = "restore",
    description = {
      "Puts a copy of the embedded database back.",
      "",
      "Stop the server first. The copy is checked before anything is touched; the database that is",
      "there is kept beside it under another name."
    },
    mixinStandardHelpOptions = true,
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {
      "0:put back",
      "1:the copy is damaged, of a newer build, or a server uses the database",
      "2:settings that cannot be used"
    },
    footerHeading = "%nExamples:%n",
    footer = "  koalens restore data/backups/koalens-20261127T031500.db")
final class Restore implements Callable<Integer> {
  @Spec private CommandSpec spec = CommandSpec.create();

  @Parameters(paramLabel = "FILE", description = "A copy that koalens backup made.")
  private Path copy = Path.of("");

  @Override
  public Integer call() {
    Application.restore(Settings.current(), copy)
        .ifPresent(
            old -> spec.commandLine().getOut().println("the database that was there is " + old));
    spec.commandLine().getOut().println("put back " + copy);
    return ExitCode.DONE;
  }
}
