package koalens.cli;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import koalens.engine.knowledge.KnowledgeBase;
import koalens.engine.knowledge.source.TaxonomyOverlay;
import koalens.engine.knowledge.source.TaxonomyText;
import koalens.engine.text.Tokenizer;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// `koalens knowledge import`.
@Command(
    name = "import",
    description = {
      "Lays a taxonomy in the text format of Open Food Facts over the engine's own knowledge.",
      "Only names that the engine does not know are taken, and only of things the taxonomy calls",
      "vegan, maybe vegan or not vegan. Set KNOWLEDGE_DIR to the folder to use it. Mind the",
      "licence of what you import: it stays outside the repository."
    },
    mixinStandardHelpOptions = true,
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {"0:imported", "1:the file holds nothing to take over", "2:wrong usage"})
final class KnowledgeImport implements Callable<Integer> {
  @Spec private CommandSpec spec = CommandSpec.create();

  @Parameters(paramLabel = "FILE", description = "The taxonomy, UTF-8.")
  private @Nullable Path file;

  @Option(
      names = "--into",
      required = true,
      paramLabel = "FOLDER",
      description = "Where the compiled knowledge goes.")
  private @Nullable Path folder;

  @Override
  public Integer call() throws IOException {
    if (file == null || folder == null || !Files.isRegularFile(file)) {
      throw new ParameterException(spec.commandLine(), "there is no file " + file);
    }
    PrintWriter out = spec.commandLine().getOut();
    List<TaxonomyText.Item> items = read(file);
    out.println("Read " + items.size() + " things from the taxonomy; compiling …");
    out.flush();
    TaxonomyOverlay.Result result =
        TaxonomyOverlay.of(
            KnowledgeBase.standard(Tokenizer.standard()),
            items,
            String.valueOf(file.getFileName()));
    if (result.names() == 0) {
      out.println(
          "The engine knows all of it already, or the file says of nothing whether it is"
              + " vegan: nothing was written.");
      return ExitCode.FAILED;
    }
    result.builder().writeTo(folder);
    out.printf(
        "%d names of %d things are new, %d things left out because their status is not told.%n"
            + "Start with KNOWLEDGE_DIR=%s to use them.%n",
        result.names(), result.entries(), result.undecided(), folder);
    return ExitCode.DONE;
  }

  private List<TaxonomyText.Item> read(Path path) throws IOException {
    try (BufferedReader text = Files.newBufferedReader(path)) {
      return TaxonomyText.read(text);
    } catch (CharacterCodingException e) {
      throw new ParameterException(spec.commandLine(), path + " is not UTF-8 text");
    }
  }
}
