package koalens.cli;

import java.io.PrintWriter;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicInteger;
import koalens.backend.configure.Application;
import koalens.backend.configure.Settings;
import koalens.backend.people.Report;
import koalens.engine.knowledge.Status;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/// `koalens reports`.
@Command(
    name = "reports",
    description = {
      "Prints what people reported as rows for koalens eval.",
      "",
      "Tab-separated, oldest first, with a header: a report that says which verdict it should have",
      "been is one row. Reports that only complain are counted on standard error: read them at",
      "GET /reports with the admin key. Look at each row before you trust it."
    },
    mixinStandardHelpOptions = true,
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {"0:printed", "1:the database cannot be used", "2:settings that cannot be used"},
    footerHeading = "%nExamples:%n",
    footer = "  koalens reports >reported.tsv && koalens eval reported.tsv")
final class Reports implements Callable<Integer> {
  @Spec private CommandSpec spec = CommandSpec.create();

  @Override
  public Integer call() {
    PrintWriter out = spec.commandLine().getOut();
    var open = new AtomicInteger();
    try (Application application = Application.open(Settings.current())) {
      out.println("lang\tlevel\ttext\texpected\tkind\tgiven\tid\tfeedback");
      application
          .people()
          .reports()
          .forEach(report ->
              report
                  .expected()
                  .ifPresentOrElse(
                      expected -> out.println(row(report, expected)), open::incrementAndGet));
    }
    out.flush();
    spec.commandLine().getErr().printf("%d reports name no verdict%n", open.get());
    return ExitCode.DONE;
  }

  private static String row(Report report, Status expected) {
    boolean one = !report.ingredient().isEmpty();
    return String.join(
        "\t",
        List.of(
            report.language(),
            one ? "ingredient" : "label",
            onOneLine(one ? report.ingredient() : report.text()),
            expected.word(),
            "reported",
            report.given().map(Status::word).orElse(""),
            report.id(),
            onOneLine(report.feedback())));
  }

  private static String onOneLine(String text) {
    return text.replaceAll("[\\s\\p{Cntrl}]+", " ").strip();
  }
}
