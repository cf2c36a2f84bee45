package koalens.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import koalens.backend.analysis.Analysis;
import koalens.backend.analysis.AnalysisJson;
import koalens.backend.analysis.AnalysisRequest;
import koalens.backend.analysis.LabelAnalysis;
import koalens.backend.analysis.MediaAnalysis;
import koalens.backend.analysis.advice.Advisers;
import koalens.backend.configure.Application;
import koalens.backend.configure.Consultants;
import koalens.backend.configure.Settings;
import koalens.engine.verdict.LabelEngine;
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
      "database, and no network unless --provider asks a model.",
      "",
      "With --image or --video it reads the label in a photo (JPEG, PNG, WebP, HEIC, AVIF) or a",
      "film (MP4, MOV, WebM) on this machine; with --provider a model looks at it too. What cannot",
      "be read well is never called vegan.",
      "Several files are several foods; the exit code is that of the gravest verdict.",
      "",
      "With --batch it judges a catalogue on all cores, in memory that does not grow with it."
    },
    mixinStandardHelpOptions = true,
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {
      "0:vegan; with --batch: every row was judged",
      "10:non-vegan",
      "11:maybe vegan",
      "12:unknown: something is not recognised, or there is no ingredient list",
      "1:it failed; with --batch: some rows could not be read, and their lines say why",
      "2:wrong usage"
    },
    footerHeading = "%nExamples:%n",
    footer = {
      "  koalens analyze \"Vatten, havre, skummjölkspulver\"",
      "  koalens analyze --file label.txt --json",
      "  koalens analyze --image label.jpg --show read.png",
      "  koalens analyze --video package.mp4 --language sv",
      "  koalens analyze --batch products.csv --text-column ingredients --out verdicts.jsonl",
      "  pbpaste | koalens analyze --language en",
      "  GEMINI_API_KEY=… koalens analyze --provider gemini \"Vatten, blixtragurium\"",
      "  GEMINI_API_KEY=… koalens analyze --provider gemini --image label.jpg"
    })
final class Analyze implements Callable<Integer> {
  @Spec private CommandSpec spec = CommandSpec.create();

  @Mixin private LabelInput input = new LabelInput();

  @Mixin private ProviderOption provider = new ProviderOption();

  @Option(
      names = "--image",
      paramLabel = "FILE",
      description = "Read the label in a photo; may be given several times.")
  private List<Path> images = new ArrayList<>();

  @Option(
      names = "--video",
      paramLabel = "FILE",
      description = "Read the label in a film; may be given several times.")
  private List<Path> videos = new ArrayList<>();

  @Mixin private BatchOptions batch = new BatchOptions();

  @Option(
      names = "--show",
      paramLabel = "OUT.png",
      description = {
        "Write the picture with every read line boxed: green vegan, red non-vegan, amber",
        "doubtful, violet not known, grey no ingredient. For one photo or film."
      })
  private @Nullable Path show;

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

  @Override
  public Integer call() throws IOException, InterruptedException {
    requireLanguage();
    if (batch.isGiven()) {
      return analyzeBatch();
    }
    if (!images.isEmpty() || !videos.isEmpty()) {
      return analyzeMedia();
    }
    if (show != null) {
      throw usage("--show needs --image or --video");
    }
    Analysis analysis = analyze(input.read());
    PrintWriter out = spec.commandLine().getOut();
    if (json) {
      out.println(new String(AnalysisJson.answer(analysis), StandardCharsets.UTF_8));
    } else {
      new AnalysisText(out).print(analysis);
    }
    out.flush();
    return ExitCode.of(analysis.status());
  }

  private int analyzeBatch() throws IOException, InterruptedException {
    if (input.isGiven() || !images.isEmpty() || !videos.isEmpty() || save || !provider.isLocal()) {
      throw usage("--batch goes with --label-language and --policy alone");
    }
    LabelEngine engine = Application.engine(Settings.current());
    return batch.run(engine, labelOptions());
  }

  private int analyzeMedia() throws IOException {
    List<AnalyzeMedia.Source> sources = sources();
    Settings settings = Settings.current();
    var options =
        new AnalyzeMedia.Options(
            reasons(),
            labelOptions(),
            provider.forced(),
            settings.media().bytes(),
            json,
            Optional.ofNullable(show));
    if (save) {
      try (Application application = Application.open(settings)) {
        attend(application.advisers());
        return analyzing(application.media(), options).analyze(sources);
      }
    }
    LabelEngine engine = Application.engine(settings);
    if (provider.isLocal()) {
      return analyzed(sources, settings, engine, Advisers.none(), options);
    }
    try (Consultants consultants = Consultants.of(settings)) {
      attend(consultants.advisers());
      return analyzed(sources, settings, engine, consultants.advisers(), options);
    }
  }

  private int analyzed(
      List<AnalyzeMedia.Source> sources,
      Settings settings,
      LabelEngine engine,
      Advisers advisers,
      AnalyzeMedia.Options options)
      throws IOException {
    LabelAnalysis analysis = LabelAnalysis.unkept(engine, advisers);
    try (MediaAnalysis media = Application.media(settings, analysis, engine)) {
      return analyzing(media, options).analyze(sources);
    }
  }

  private AnalyzeMedia analyzing(MediaAnalysis media, AnalyzeMedia.Options options) {
    return new AnalyzeMedia(
        media, options, spec.commandLine().getOut(), spec.commandLine().getErr());
  }

  private List<AnalyzeMedia.Source> sources() {
    if (input.isGiven()) {
      throw usage("give a text, or photos and films, not both");
    }
    var sources = new ArrayList<AnalyzeMedia.Source>();
    images.forEach(path -> sources.add(new AnalyzeMedia.Source(existing("--image", path), false)));
    videos.forEach(path -> sources.add(new AnalyzeMedia.Source(existing("--video", path), true)));
    if (show != null && sources.size() > 1) {
      throw usage("--show is for one photo or film");
    }
    return sources;
  }

  private Path existing(String option, Path path) {
    if (!Files.isRegularFile(path)) {
      throw usage(option + ": there is no file " + path);
    }
    return path;
  }

  private String reasons() {
    return language == null ? AnalysisRequest.AS_DETECTED : language;
  }

  private LabelOptions labelOptions() {
    return new LabelOptions(Optional.ofNullable(labelLanguage), policy);
  }

  private Analysis analyze(String label) {
    var request =
        new AnalysisRequest(
            new AnalysisRequest.Text(label),
            Optional.empty(),
            reasons(),
            labelOptions(),
            provider.forced(),
            "cli");
    Settings settings = Settings.current();
    if (save) {
      try (Application application = Application.open(settings)) {
        return advised(request, application.analysis(), application.advisers());
      }
    }
    LabelEngine engine = Application.engine(settings);
    if (provider.isLocal()) {
      return LabelAnalysis.unkept(engine).analyze(request);
    }
    try (Consultants consultants = Consultants.of(settings)) {
      Advisers advisers = consultants.advisers();
      return advised(request, LabelAnalysis.unkept(engine, advisers), advisers);
    }
  }

  private Analysis advised(AnalysisRequest request, LabelAnalysis analysis, Advisers advisers) {
    attend(advisers);
    return analysis.analyze(request);
  }

  private void attend(Advisers advisers) {
    provider.requireOneOf(advisers);
    advisers.addListener(new SpentText(spec.commandLine().getErr()));
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
