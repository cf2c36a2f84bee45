package koalens.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import koalens.backend.configure.Application;
import koalens.backend.configure.Settings;
import koalens.engine.verdict.Judgement;
import koalens.engine.verdict.LabelEngine;
import koalens.engine.verdict.LabelOptions;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// `koalens eval`.
@Command(
    name = "eval",
    description = {
      "Measures the engine on labelled label texts, or the reader on photos and films.",
      "",
      "DATASET is tab-separated UTF-8 text with a header line. It has the columns",
      "  lang      the language the text is in: sv, en",
      "  text      the label text",
      "  expected  vegan, non-vegan, maybe or unknown",
      "and, where wanted,",
      "  level     ingredient for a single ingredient; anything else is a whole label",
      "  kind      what the row tests, to group by; a row of kind no-list that expects",
      "            maybe is right with maybe or unknown",
      "Other columns are passed over.",
      "",
      "Prints how many answers are right, how many are not unknown, how many of the non-vegan",
      "were called vegan and the other way round, each with its 95 %% Wilson interval; how often",
      "each expected status got each answer; the same by language and kind; the worst rows.",
      "",
      "With --images DIR it reads every photo (jpg, png, webp, heic, avif) and film (mp4, mov,",
      "webm) in the folder. Beside each lies NAME.txt, UTF-8: what is printed, one ingredient list",
      "a line. Pictures whose names differ in the number at the end alone form a group. Prints the",
      "share of characters read wrong, of ingredients found (a letter off allowed from 4 letters,",
      "two from 8), how often the verdict is that on the true text, and how long a picture took."
    },
    mixinStandardHelpOptions = true,
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {
      "0:nothing non-vegan was called vegan, and the accuracy (of pictures: the share of",
      "ingredients found) is reached",
      "1:it was, or it is not, or the data set cannot be used",
      "2:wrong usage"
    },
    footerHeading = "%nExamples:%n",
    footer = {
      "  koalens eval labels.tsv --lang sv,en --min-accuracy 0.9",
      "  koalens eval labels.tsv --json --worst 100 > report.json",
      "  koalens eval --images labels/ --worst 5"
    })
final class Evaluate implements Callable<Integer> {
  private static final int PROGRESS_EVERY = 500;

  @Spec private CommandSpec spec = CommandSpec.create();

  @Parameters(arity = "0..1", paramLabel = "DATASET", description = "The tab-separated file.")
  private @Nullable Path dataset;

  @Option(names = "--images", paramLabel = "DIR", description = "A folder of photos and films.")
  private @Nullable Path images;

  @Option(
      names = "--lang",
      split = ",",
      paramLabel = "LANG",
      description = "Only rows in these languages.")
  private List<String> languages = new ArrayList<>();

  @Option(
      names = "--min-accuracy",
      paramLabel = "SHARE",
      description = "Least share of right answers, 0 to 1 (default ${DEFAULT-VALUE}).",
      defaultValue = "0")
  private double minAccuracy;

  @Option(names = "--json", description = "Print one JSON object instead.")
  private boolean json;

  @Option(
      names = "--worst",
      paramLabel = "N",
      description = "How many wrong rows to show, the worst first (default ${DEFAULT-VALUE}).",
      defaultValue = "20")
  private int worst;

  @Override
  public Integer call() throws IOException {
    if (images != null && dataset == null) {
      return evaluatePictures(images);
    }
    if (dataset == null || images != null) {
      throw new ParameterException(spec.commandLine(), "give either a DATASET or --images DIR");
    }
    List<Dataset.Row> rows =
        Dataset.read(dataset).stream()
            .filter(row -> languages.isEmpty() || languages.contains(row.language()))
            .toList();
    if (rows.isEmpty()) {
      throw new IllegalArgumentException(
          "%s has no rows in %s: give other languages with --lang, or none for all"
              .formatted(
                  dataset, languages.isEmpty() ? "any language" : String.join(", ", languages)));
    }
    var evaluation = new Evaluation(scored(rows));
    boolean passed = evaluation.passes(minAccuracy);
    print(evaluation, passed);
    return passed ? ExitCode.DONE : ExitCode.FAILED;
  }

  private int evaluatePictures(Path folder) throws IOException {
    Settings settings = Settings.current();
    PictureEvaluation evaluation =
        new EvaluatePictures(Application.engine(settings), spec.commandLine().getErr())
            .evaluate(folder, settings);
    boolean passed = evaluation.dangerous().hits() == 0 && evaluation.near().share() >= minAccuracy;
    PrintWriter out = spec.commandLine().getOut();
    if (json) {
      PictureEvaluationJson.print(evaluation, worst, passed, out);
    } else {
      new PictureEvaluationText(out).print(evaluation, worst);
    }
    return passed ? ExitCode.DONE : ExitCode.FAILED;
  }

  private void print(Evaluation evaluation, boolean passed) {
    PrintWriter out = spec.commandLine().getOut();
    if (json) {
      EvaluationJson.print(evaluation, worst, passed, out);
    } else {
      new EvaluationText(out).print(evaluation, worst);
    }
  }

  private List<Scored> scored(List<Dataset.Row> rows) {
    LabelEngine engine = Application.engine(Settings.current());
    PrintWriter progress = spec.commandLine().getErr();
    var scored = new ArrayList<Scored>();
    for (Dataset.Row row : rows) {
      scored.add(new Scored(row, judge(engine, row)));
      if (scored.size() % PROGRESS_EVERY == 0) {
        progress.printf("%d of %d rows%n", scored.size(), rows.size());
      }
    }
    return scored;
  }

  // A single ingredient stands without its label: its language is what the label would have told.
  private static LabelOptions hint(Dataset.Row row) {
    return row.language().isBlank()
        ? LabelOptions.STANDARD
        : LabelOptions.STANDARD.in(row.language());
  }

  private static Judgement judge(LabelEngine engine, Dataset.Row row) {
    return row.level().equals("ingredient")
        ? engine.judgeIngredients(List.of(row.text()), hint(row))
        : engine.judgeText(row.text());
  }
}
