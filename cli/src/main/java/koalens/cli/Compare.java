package koalens.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import koalens.backend.comparison.Comparison;
import koalens.backend.comparison.Decision;
import koalens.backend.comparison.Labels;
import koalens.backend.comparison.Metric;
import koalens.backend.comparison.Policy;
import koalens.backend.comparison.PolicyFile;
import koalens.backend.comparison.Report;
import koalens.backend.comparison.log.Arm;
import koalens.backend.comparison.log.Log;
import koalens.backend.comparison.log.LogException;
import koalens.backend.comparison.log.LogReader;
import koalens.backend.comparison.log.LogSource;
import koalens.backend.comparison.report.HtmlReport;
import koalens.backend.comparison.report.JsonReport;
import koalens.backend.comparison.report.TextReport;
import koalens.backend.configure.Application;
import koalens.backend.provider.price.PriceBook;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// `koalens compare`.
@Command(
    name = "compare",
    description = {
      "Decides between Gemini and Claude from the server's log lines alone.",
      "",
      "Reads the lines 'AI Request' and 'AI Response' (docs/reference/ai-log.md) from files,"
          + " folders",
      "or standard input: plain, gzip or zstd, in any order, with what a platform's log puts"
          + " around",
      "them, as one object a line or spread over lines. Lines that are cut off, doubled or foreign",
      "are counted and named.",
      "",
      "First asks whether the experiment is sound, then compares what was assigned by chance, and",
      "shadow calls as pairs: time, errors, verdicts, cost. All intervals and gates stay valid",
      "however often one looks. A provider is promoted when it passes every gate of the policy and",
      "is better."
    },
    mixinStandardHelpOptions = true,
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {
      "20:PROMOTE gemini",
      "21:PROMOTE claude",
      "22:EQUIVALENT",
      "23:KEEP COLLECTING",
      "24:INVALID: the experiment is broken",
      "25:TRADE-OFF: each is worse at something",
      "1:it failed",
      "2:wrong usage"
    },
    footerHeading = "%nExamples:%n",
    footer = {
      "  koalens compare logs/",
      "  koalens compare --ledger data/koalens.db",
      "  koalens compare gemini.jsonl claude.jsonl --labels truth.tsv --html report.html",
      "  fly logs --json | koalens compare - --json | jq .headline"
    })
final class Compare implements Callable<Integer> {
  private static final long PROGRESS_EVERY = 256L << 20;
  private static final String STANDARD_INPUT = "-";

  @Spec private CommandSpec spec = CommandSpec.create();

  @Parameters(
      arity = "0..*",
      paramLabel = "LOG",
      description = "Log files or folders of them; - for standard input.")
  private List<Path> logs = new ArrayList<>();

  @Option(
      names = "--ledger",
      paramLabel = "DATABASE",
      description = {
        "Also, or instead, what a server kept in its database: the file koalens.db of its data",
        "folder, or an address as in DATABASE_URL. It is only read."
      })
  private @Nullable String ledger;

  @Option(
      names = "--labels",
      paramLabel = "FILE",
      description = {
        "True verdicts, as lines of id, tab, verdict; the id is an item_hash or an analysis_id.",
        "Without it, what the engine is certain of counts as true."
      })
  private @Nullable Path labels;

  @Option(
      names = "--policy",
      paramLabel = "FILE",
      description = "By what rules to decide (docs/reference/comparison.md).")
  private @Nullable Path policy;

  @Option(
      names = "--gates",
      split = ",",
      paramLabel = "METRIC",
      description = "Only these gates: critical-error, wrong-verdict, error-rate, p95, cost.")
  private List<String> gates = new ArrayList<>();

  @Option(names = "--json", description = "Print one JSON object instead.")
  private boolean json;

  @Option(
      names = "--html",
      paramLabel = "FILE",
      description = "Also write the report as one page with plots, which needs nothing else.")
  private @Nullable Path html;

  private long told;

  @Override
  public Integer call() throws IOException {
    try {
      return compare();
    } catch (OutOfMemoryError e) {
      throw new LogException(
          "the log has more calls than %d MB of memory hold: compare fewer days at a time, or give more, as in JAVA_TOOL_OPTIONS=-Xmx4g"
              .formatted(Runtime.getRuntime().maxMemory() >> 20),
          e);
    }
  }

  private int compare() throws IOException {
    Policy rules = option("--policy", this::policy);
    Labels truth = option("--labels", () -> labels == null ? Labels.NONE : Labels.read(labels));
    requireFolderOfHtml();
    Log log = new LogReader(this::progress).read(sources());
    Report report = new Comparison(rules, truth, PriceBook.standard()).report(log);
    PrintWriter out = spec.commandLine().getOut();
    if (json) {
      out.println(JsonReport.of(report));
    } else {
      new TextReport(out).print(report);
    }
    if (html != null) {
      Files.writeString(html, HtmlReport.of(report), StandardCharsets.UTF_8);
    }
    return code(report.decision());
  }

  private <T> T option(String name, Supplier<T> reading) {
    try {
      return reading.get();
    } catch (IllegalArgumentException e) {
      throw new ParameterException(spec.commandLine(), name + ": " + e.getMessage(), e);
    }
  }

  // Before hours of logs are read for it.
  private void requireFolderOfHtml() {
    Path folder = html == null ? null : html.toAbsolutePath().getParent();
    if (folder != null && !Files.isDirectory(folder)) {
      throw new ParameterException(spec.commandLine(), "--html: there is no folder " + folder);
    }
  }

  private Policy policy() {
    Policy rules = policy == null ? Policy.STANDARD : PolicyFile.read(policy);
    return gates.isEmpty() ? rules : rules.withGates(gates.stream().map(this::metric).toList());
  }

  private Metric metric(String word) {
    return Metric.of(word)
        .orElseThrow(() ->
            new ParameterException(
                spec.commandLine(),
                "there is no metric '%s': use critical-error, wrong-verdict, error-rate, p95 or cost"
                    .formatted(word)));
  }

  private List<LogSource> sources() {
    var sources = new ArrayList<LogSource>();
    if (logs.equals(List.of(Path.of(STANDARD_INPUT)))) {
      sources.add(new LogSource("standard input", () -> System.in));
    } else if (logs.contains(Path.of(STANDARD_INPUT))) {
      throw new ParameterException(
          spec.commandLine(), "- for standard input stands alone, or beside --ledger");
    } else if (!logs.isEmpty()) {
      sources.addAll(LogSource.of(logs));
    }
    if (ledger != null) {
      String database = ledger;
      sources.add(new LogSource("the ledger", () -> Application.aiLines(database)));
    }
    if (sources.isEmpty()) {
      throw new ParameterException(
          spec.commandLine(), "name log files or folders, - for standard input, or --ledger");
    }
    return sources;
  }

  private void progress(long bytes) {
    if (bytes - told >= PROGRESS_EVERY) {
      told = bytes;
      spec.commandLine().getErr().printf("%d MB read%n", bytes >> 20);
      spec.commandLine().getErr().flush();
    }
  }

  private static int code(Decision decision) {
    return switch (decision) {
      case Decision.Promote promote -> promote.arm() == Arm.GEMINI ? 20 : 21;
      case Decision.Equivalent equivalent -> 22;
      case Decision.KeepCollecting keep -> 23;
      case Decision.Invalid invalid -> 24;
      case Decision.TradeOff off -> 25;
    };
  }
}
