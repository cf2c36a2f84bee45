package koalens.cli;

import java.util.concurrent.Callable;
import koalens.backend.configure.Application;
import koalens.backend.configure.MigrationReport;
import koalens.backend.configure.Settings;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/// `koalens migrate`.
@Command(
    name = "migrate",
    description = {
      "Brings the database up to date. Safe to run twice.",
      "",
      "serve does the same at its start; run this to do it beforehand, for example before a new",
      "version takes over. Changes only ever add, so that the version before goes on working.",
      "A database that a newer version has changed is left alone."
    },
    mixinStandardHelpOptions = true,
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {
      "0:the database is up to date",
      "1:it cannot be used",
      "2:settings that cannot be used"
    },
    footerHeading = "%nExamples:%n",
    footer = "  DATA_DIR=/var/lib/koalens koalens migrate")
final class Migrate implements Callable<Integer> {
  @Spec private CommandSpec spec = CommandSpec.create();

  @Override
  public Integer call() {
    MigrationReport report = Application.migrate(Settings.current());
    spec.commandLine().getOut().println(describe(report));
    return ExitCode.DONE;
  }

  private static String describe(MigrationReport report) {
    return report.changed()
        ? "schema brought from version %d to %d".formatted(report.before(), report.after())
        : "schema is current: version %d".formatted(report.after());
  }
}
