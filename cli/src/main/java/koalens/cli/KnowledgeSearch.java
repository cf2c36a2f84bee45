package koalens.cli;

import java.io.PrintWriter;
import java.util.List;
import java.util.concurrent.Callable;
import koalens.backend.configure.Application;
import koalens.backend.configure.Settings;
import koalens.engine.knowledge.Entry;
import koalens.engine.knowledge.KnowledgeBase;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// `koalens knowledge search`.
@Command(
    name = "search",
    description = "Lists the entries with a name that begins with the words, or contains them.",
    mixinStandardHelpOptions = true,
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {"0:something was found", "1:nothing was found", "2:wrong usage"})
final class KnowledgeSearch implements Callable<Integer> {
  @Spec private CommandSpec spec = CommandSpec.create();

  @Parameters(paramLabel = "WORDS", description = "The beginning of a name, or an id.")
  private String words = "";

  @Mixin private NameLanguage language = new NameLanguage();

  @Option(
      names = "--limit",
      paramLabel = "N",
      description = "How many at most (default ${DEFAULT-VALUE}).",
      defaultValue = "20")
  private int limit = 20;

  @Override
  public Integer call() {
    KnowledgeBase knowledge = Application.engine(Settings.current()).knowledge();
    List<Entry> found = knowledge.search(words, language.code(), limit);
    PrintWriter out = spec.commandLine().getOut();
    for (Entry entry : found) {
      out.printf(
          "%-12s %-32s %s%n",
          entry.status().word(), entry.id(), knowledge.name(entry, language.code()));
    }
    out.flush();
    return found.isEmpty() ? ExitCode.FAILED : ExitCode.DONE;
  }
}
