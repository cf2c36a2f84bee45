package koalens.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.concurrent.Callable;
import koalens.backend.analysis.Analysis;
import koalens.backend.analysis.AnalysisJson;
import koalens.backend.analysis.AnalysisRequest;
import koalens.backend.analysis.LabelAnalysis;
import koalens.backend.analysis.advice.Advisers;
import koalens.backend.configure.Application;
import koalens.backend.configure.Consultants;
import koalens.backend.configure.Settings;
import koalens.engine.verdict.LabelOptions;
import koalens.engine.verdict.Policy;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/// `koalens analyze`.
@Command(
    name = "analyze",
    description = {
      "Says whether a food is vegan, with a reason for every ingredient.",
      "",
      "Reads the label text from the argument, a file or standard input, in UTF-8, at most 10 MiB;",
      "of that, MAX_TEXT_CHARACTERS are judged. Headings, traces and claims may stand in it."
          + " Prints",
      "the verdict with what decided it, then each ingredient, the ones that decide first. Needs"
          + " no",
      "database, and no network unless --provider asks a model."
    },
    mixinStandardHelpOptions = true,
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {
      "0:vegan",
      "10:non-vegan",
      "11:maybe vegan",
      "12:unknown: something is not recognised, or there is no ingredient list",
      "1:it failed",
      "2:wrong usage"
    },
    footerHeading = "%nExamples:%n",
    footer = {
      "  koalens analyze \"Vatten, havre, skummjölkspulver\"",
      "  koalens analyze --file label.txt --json",
      "  pbpaste | koalens analyze --language en",
      "  GEMINI_API_KEY=… koalens analyze --provider gemini \"Vatten, blixtragurium\""
    })
final class Analyze implements Callable<Integer> {
  private static final String AUTO = "auto";

  @Spec private CommandSpec spec = CommandSpec.create();

  @Mixin private LabelInput input = new LabelInput();

  @Option(names = "--json", description = "Print the answer as the HTTP API gives it.")
  private boolean json;

  @Option(
      names = "--language",
      paramLabel = "sv|en",
      description = "Language of the reasons (default: the label's own).")
  private @Nullable String language;

  @Option(
      names = "--label-language",
      paramLabel = "LANG",
      description = {
        "Language of the label, as ISO 639-1 code: helps where a few words could be in several."
      })
  private @Nullable String labelLanguage;

  @Option(
      names = "--policy",
      paramLabel = "strict|pragmatic",
      description = {
        "Which doubts decide (default strict): pragmatic overlooks fining, sugar filtering,",
        "carriers of vitamins, and flavourings."
      })
  private Policy policy = Policy.STRICT;

  @Option(names = "--save", description = "Keep the analysis in the ledger, as the server does.")
  private boolean save;

  @Option(
      names = "--provider",
      paramLabel = "NAME",
      description = {
        "Who answers beside the knowledge base: gemini or claude is asked about every ingredient;",
        "auto asks as the server would, about what the knowledge base leaves open; local (the",
        "default) asks nobody. Needs the key of the provider."
      })
  private String provider = Advisers.LOCAL;

  @Override
  public Integer call() throws IOException {
    requireLanguage();
    String label = input.read();
    Settings settings = Settings.current();
    Analysis analysis = save ? kept(label, settings) : unkept(label, settings);
    PrintWriter out = spec.commandLine().getOut();
    if (json) {
      out.println(new String(AnalysisJson.answer(analysis), StandardCharsets.UTF_8));
    } else {
      new AnalysisText(out).print(analysis);
    }
    out.flush();
    return ExitCode.of(analysis.status());
  }

  private Analysis kept(String label, Settings settings) {
    try (Application application = Application.open(settings)) {
      return analyze(label, application.analysis(), application.advisers());
    }
  }

  private Analysis unkept(String label, Settings settings) {
    if (provider.equals(Advisers.LOCAL)) {
      return LabelAnalysis.unkept(Application.engine(settings)).analyze(request(label));
    }
    try (Consultants consultants = Consultants.of(settings)) {
      Advisers advisers = consultants.advisers();
      return analyze(label, LabelAnalysis.unkept(Application.engine(settings), advisers), advisers);
    }
  }

  private Analysis analyze(String label, LabelAnalysis analysis, Advisers advisers) {
    if (!provider.equals(AUTO) && !advisers.names().contains(provider)) {
      throw usage(
          "--provider must be auto, %s; for others set GEMINI_API_KEY or ANTHROPIC_API_KEY"
              .formatted(String.join(" or ", advisers.names())));
    }
    advisers.addListener(new SpentText(spec.commandLine().getErr()));
    return analysis.analyze(request(label));
  }

  private AnalysisRequest request(String label) {
    return new AnalysisRequest(
        new AnalysisRequest.Text(label),
        Optional.empty(),
        language == null ? AnalysisRequest.AS_DETECTED : language,
        new LabelOptions(Optional.ofNullable(labelLanguage), policy),
        Optional.of(provider).filter(name -> !name.equals(AUTO)),
        "cli");
  }

  private void requireLanguage() {
    if (language != null && !language.equals("sv") && !language.equals("en")) {
      throw usage("--language must be sv or en");
    }
  }

  private ParameterException usage(String message) {
    return new ParameterException(spec.commandLine(), message);
  }
}
