package koalens.cli;

import java.io.PrintWriter;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import koalens.backend.configure.Application;
import koalens.backend.configure.Settings;
import koalens.engine.knowledge.Entry;
import koalens.engine.knowledge.KnowledgeBase;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// `koalens knowledge explain`.
@Command(
    name = "explain",
    description = {
      "Explains an entry: its status and why, where the claim comes from, what it descends from,",
      "and its names in every language."
    },
    mixinStandardHelpOptions = true,
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {"0:explained", "2:there is no such entry, or wrong usage"})
final class KnowledgeExplain implements Callable<Integer> {
  @Spec private CommandSpec spec = CommandSpec.create();

  @Parameters(
      paramLabel = "ENTRY",
      description = "An id (whey-powder), a number (E 471) or a whole name.")
  private String wanted = "";

  @Mixin private NameLanguage language = new NameLanguage();

  @Override
  public Integer call() {
    KnowledgeBase knowledge = Application.engine(Settings.current()).knowledge();
    Entry entry =
        find(knowledge)
            .orElseThrow(() ->
                new ParameterException(
                    spec.commandLine(),
                    "there is no entry '" + wanted + "': try koalens knowledge search"));
    print(knowledge, entry, spec.commandLine().getOut());
    return ExitCode.DONE;
  }

  private Optional<Entry> find(KnowledgeBase knowledge) {
    return knowledge
        .taxonomy()
        .findEntry(wanted)
        .or(() -> knowledge.taxonomy().findAdditive(wanted))
        .or(() ->
            knowledge.search(wanted, language.code(), 1).stream()
                .filter(found -> knowledge.names(found.id(), language.code()).contains(wanted))
                .findFirst());
  }

  private void print(KnowledgeBase knowledge, Entry entry, PrintWriter out) {
    String name = knowledge.name(entry, language.code());
    out.println(name + " (" + entry.id() + ")");
    out.println("  status   " + entry.status().word() + ", " + entry.reason());
    if (knowledge.speaks(language.code())) {
      out.println(
          "  reason   "
              + knowledge.sentence(entry.reason(), language.code()).replace("{name}", name));
    }
    entry.source().ifPresent(source -> out.println("  source   " + source));
    if (!entry.traits().isEmpty()) {
      out.println("  traits   " + entry.traits());
    }
    entry
        .ancestors()
        .forEach(id ->
            knowledge
                .taxonomy()
                .findEntry(id)
                .ifPresent(parent ->
                    out.println("  is a     " + id + " (" + parent.status().word() + ")")));
    for (String code : knowledge.languages()) {
      List<String> names = knowledge.names(entry.id(), code);
      if (!names.isEmpty()) {
        out.println("  " + code + "       " + String.join(", ", names));
      }
    }
    out.flush();
  }
}
