package koalens.cli;

import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import koalens.backend.configure.Application;
import koalens.backend.configure.Settings;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// `koalens backup`.
@Command(
    name = "backup",
    description = {
      "Copies the embedded database while it is used.",
      "",
      "The copy is whole and checked before it gets its name. Without FILE it goes into the folder",
      "backups beside the database, with the time in its name. PostgreSQL has pg_dump."
    },
    mixinStandardHelpOptions = true,
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {"0:copied", "1:it cannot be copied", "2:settings that cannot be used"},
    footerHeading = "%nExamples:%n",
    footer = {"  koalens backup", "  koalens backup /mnt/elsewhere/koalens.db"})
final class Backup implements Callable<Integer> {
  @Spec private CommandSpec spec = CommandSpec.create();

  @Parameters(arity = "0..1", paramLabel = "FILE", description = "Where to.")
  private @Nullable Path target;

  @Override
  public Integer call() {
    Path copy = Application.backUp(Settings.current(), Optional.ofNullable(target));
    spec.commandLine().getOut().println("copied to " + copy);
    return ExitCode.DONE;
  }
}
