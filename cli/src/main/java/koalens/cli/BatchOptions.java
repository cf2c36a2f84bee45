package koalens.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import koalens.cli.batch.Batch;
import koalens.cli.batch.Summary;
import koalens.engine.knowledge.Status;
import koalens.engine.verdict.LabelEngine;
import koalens.engine.verdict.LabelOptions;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/// A catalogue to analyse: what file, which columns, where to.
final class BatchOptions {
  @Spec(Spec.Target.MIXEE)
  private CommandSpec spec = CommandSpec.create();

  @Option(
      names = "--batch",
      paramLabel = "FILE",
      description = {
        "Judge every row of a CSV file (commas, semicolons or tabs, names in the first line), of",
        "JSON Lines or of Parquet; told apart by what is in it."
      })
  private @Nullable Path file;

  @Option(
      names = "--text-column",
      paramLabel = "NAME",
      defaultValue = "text",
      description = "With --batch: the column or field with the labels (default ${DEFAULT-VALUE}).")
  private String text = "text";

  @Option(
      names = "--id-column",
      paramLabel = "NAME",
      defaultValue = "id",
      description = {
        "With --batch: the one that names the foods, where there is one (default ${DEFAULT-VALUE})."
      })
  private String id = "id";

  @Option(
      names = "--out",
      paramLabel = "FILE",
      description = {
        "With --batch: where the verdicts go, a JSON object a line, in the order of the rows",
        "(default: FILE.verdicts.jsonl beside the input)."
      })
  private @Nullable Path out;

  @Option(
      names = "--resume",
      description = "With --batch: go on where an earlier run into the same file was cut off.")
  private boolean resume;

  @Option(
      names = "--threads",
      paramLabel = "N",
      description = "With --batch: how many judge at once (default: one a core).")
  private int threads = Runtime.getRuntime().availableProcessors();

  /// Whether the command line names a catalogue.
  boolean isGiven() {
    return file != null;
  }

  /// Judges it.
  ///
  /// @return the exit code
  int run(LabelEngine engine, LabelOptions options) throws IOException, InterruptedException {
    Path input = Optional.ofNullable(file).orElseThrow();
    if (threads < 1) {
      throw usage("--threads must be 1 or more");
    }
    Path output = Optional.ofNullable(out).orElseGet(() -> Path.of(input + ".verdicts.jsonl"));
    var bar = new RowsBar(spec.commandLine().getErr());
    try {
      Summary summary =
          new Batch(engine, options, threads)
              .run(new Batch.Catalogue(input, text, id, output, resume), bar);
      bar.end();
      print(summary, output);
      return summary.faulty() == 0 ? ExitCode.DONE : ExitCode.FAILED;
    } catch (IllegalArgumentException e) {
      bar.end();
      throw usage(e.getMessage());
    } catch (IOException e) {
      bar.end();
      throw new IOException(
          "%s, from %s into %s: mend that, then go on with --resume; what was written stays"
              .formatted(e.getMessage(), input, output),
          e);
    }
  }

  private void print(Summary summary, Path output) {
    PrintWriter to = spec.commandLine().getOut();
    to.printf(Locale.ROOT, "%d rows judged into %s%n", summary.rows(), output);
    if (summary.passedOver() > 0) {
      to.printf(Locale.ROOT, "%d were there already%n", summary.passedOver());
    }
    for (Status status : Status.values()) {
      to.printf(
          Locale.ROOT, "%9d %s%n", summary.statuses().getOrDefault(status, 0L), status.word());
    }
    if (summary.faulty() > 0) {
      to.printf(
          Locale.ROOT, "%9d could not be read: see \"error\" in their lines%n", summary.faulty());
    }
    to.flush();
  }

  private ParameterException usage(@Nullable String message) {
    return new ParameterException(spec.commandLine(), String.valueOf(message));
  }
}
