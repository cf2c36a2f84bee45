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
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// `koalens eval`.
@Command(
    name = "eval",
    description = {
      "Measures the engine on labelled label texts.",
      "DATASET is tab-separated UTF-8 with a header line and the columns lang, text and expected",
      "(vegan, non-vegan, maybe, unknown); level (ingredient, or a whole label) and kind if"
          + " wanted.",
      "A row of kind no-list that expects maybe is right with maybe or unknown."
    },
    mixinStandardHelpOptions = true,
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {
      "0:nothing non-vegan was called vegan, and the accuracy is reached",
      "1:it was, or it is not, or the data set cannot be used",
      "2:wrong usage"
    },
    footerHeading = "%nExample:%n",
    footer = "  koalens eval labels.tsv --lang sv,en --min-accuracy 0.9")
final class Evaluate implements Callable<Integer> {
  private static final int PROGRESS_EVERY = 500;

  @Spec private CommandSpec spec = CommandSpec.create();

  @Parameters(paramLabel = "DATASET", description = "The tab-separated file.")
  private @Nullable Path dataset;

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

  @Option(
      names = "--worst",
      paramLabel = "N",
      description = "How many wrong rows to show, the worst first (default ${DEFAULT-VALUE}).",
      defaultValue = "20")
  private int worst;

  @Override
  public Integer call() throws IOException {
    if (dataset == null) {
      return ExitCode.USAGE;
    }
    List<Dataset.Row> rows =
        Dataset.read(dataset).stream()
            .filter(row -> languages.isEmpty() || languages.contains(row.language()))
            .toList();
    if (rows.isEmpty()) {
      throw new IllegalArgumentException(dataset + " has no rows in these languages");
    }
    var report = new EvaluationReport(scored(rows));
    report.print(spec.commandLine().getOut(), worst);
    return report.passes(minAccuracy) ? ExitCode.DONE : ExitCode.FAILED;
  }

  private List<Scored> scored(List<Dataset.Row> rows) {
    LabelEngine engine = Application.engine(Settings.current().limits());
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

  private static Judgement judge(LabelEngine engine, Dataset.Row row) {
    return row.level().equals("ingredient")
        ? engine.judgeIngredients(List.of(row.text()))
        : engine.judgeText(row.text());
  }
}
