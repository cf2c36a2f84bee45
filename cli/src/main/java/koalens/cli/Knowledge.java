package koalens.cli;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/// `koalens knowledge`.
@Command(
    name = "knowledge",
    description = "Searches, explains, checks and widens what the engine knows.",
    mixinStandardHelpOptions = true,
    subcommands = {
      KnowledgeSearch.class,
      KnowledgeExplain.class,
      KnowledgeFiles.class,
      KnowledgeImport.class
    },
    footerHeading = "%nExamples:%n",
    footer = {
      "  koalens knowledge search vass --language sv",
      "  koalens knowledge explain e471",
      "  koalens knowledge check",
      "  koalens knowledge import ingredients.txt --into data/knowledge"
    })
final class Knowledge implements Runnable {
  @Spec private @Nullable CommandSpec spec;

  @Override
  public void run() {
    if (spec != null) {
      spec.commandLine().usage(spec.commandLine().getOut());
    }
  }
}
