package koalens.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/// `koalens serve`.
@Command(
    name = "serve",
    description = {
      "Serves the HTTP API and the page until it is stopped.",
      "",
      "Needs no settings: listens on PORT (8080) and keeps every analysis in DATA_DIR (./data).",
      "Brings the database up to date first. On Ctrl-C or SIGTERM it takes no new connections,",
      "answers what is under way within SHUTDOWN_GRACE_MS, keeps it, and ends.",
      "",
      "All settings are environment variables; in development a file .env in the working",
      "directory is read too. koalens doctor lists them with their values.",
      "",
      "Look at /health and /ready to see whether it lives, /metrics for its figures, /docs for",
      "the API."
    },
    mixinStandardHelpOptions = true,
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {"0:stopped", "1:could not start", "2:settings that cannot be used"},
    footerHeading = "%nExamples:%n",
    footer = {"  koalens serve", "  PORT=9000 DATA_DIR=/var/lib/koalens koalens serve"})
final class Serve implements Callable<Integer> {
  @Spec private CommandSpec spec = CommandSpec.create();

  @Override
  public Integer call() throws InterruptedException {
    return Serving.serve(spec.commandLine().getErr());
  }
}
