package koalens.cli;

import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import koalens.engine.knowledge.source.KnowledgeCheck;
import koalens.engine.knowledge.source.KnowledgeFault;
import koalens.engine.knowledge.source.KnowledgeSource;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// `koalens knowledge check`.
@Command(
    name = "check",
    description = {
      "Checks the knowledge files: names that belong to two concepts, unknown parents, statuses",
      "that contradict their reasons, concepts without names or examples; and lists the names one",
      "letter apart of which one is vegan and the other is not."
    },
    mixinStandardHelpOptions = true,
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {"0:no fault", "1:faults, each with file and line", "2:wrong usage"})
final class KnowledgeFiles implements Callable<Integer> {
  @Spec private CommandSpec spec = CommandSpec.create();

  @Parameters(
      arity = "0..1",
      paramLabel = "FOLDER",
      description = "The knowledge folder (default ${DEFAULT-VALUE}).",
      defaultValue = "engine/src/main/knowledge")
  private Path folder = Path.of("");

  @Option(names = "--pairs", description = "List the near pairs, too; else only their number.")
  private boolean pairs;

  @Override
  public Integer call() {
    if (!Files.isDirectory(folder.resolve("concepts"))) {
      throw new ParameterException(
          spec.commandLine(),
          "there is no knowledge folder at " + folder + ": name the one with concepts/ in it");
    }
    PrintWriter out = spec.commandLine().getOut();
    try {
      return print(KnowledgeCheck.of(KnowledgeSource.read(folder)), out);
    } catch (KnowledgeFault fault) {
      out.println(fault.getMessage());
      return ExitCode.FAILED;
    } finally {
      out.flush();
    }
  }

  private int print(KnowledgeCheck check, PrintWriter out) {
    check.faults().forEach(out::println);
    if (pairs) {
      check.nearPairs().forEach(out::println);
    }
    out.printf(
        "%d concepts, %d faults, %d near pairs of opposite status%n",
        check.entries().size(), check.faults().size(), check.nearPairs().size());
    return check.faults().isEmpty() ? ExitCode.DONE : ExitCode.FAILED;
  }
}
