package koalens.cli;

import java.util.concurrent.Callable;
import picocli.AutoComplete;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/// `koalens completion`.
@Command(
    name = "completion",
    description = {
      "Prints a completion script for bash and zsh.",
      "",
      "Load it into the shell that is open, or from its start file for every new one."
    },
    mixinStandardHelpOptions = true,
    footerHeading = "%nExamples:%n",
    footer = {
      "  source <(koalens completion)",
      "  koalens completion > ~/.local/share/bash-completion/completions/koalens"
    })
final class Completion implements Callable<Integer> {
  @Spec private CommandSpec spec = CommandSpec.create();

  @Override
  public Integer call() {
    spec.commandLine().getOut().print(AutoComplete.bash("koalens", spec.root().commandLine()));
    spec.commandLine().getOut().flush();
    return ExitCode.DONE;
  }
}
