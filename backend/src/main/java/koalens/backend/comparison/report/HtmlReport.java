package koalens.backend.comparison.report;

import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import koalens.backend.comparison.Check;
import koalens.backend.comparison.Gate;
import koalens.backend.comparison.Metric;
import koalens.backend.comparison.Report;
import koalens.backend.comparison.log.Arm;

/// A report as one page that needs nothing else: light, dark, and on paper.
public final class HtmlReport {
  /// The page's one style sheet, for a policy that allows no other.
  public static final String STYLE = style();

  private final StringBuilder out = new StringBuilder();
  private final Report report;

  private HtmlReport(Report report) {
    this.report = report;
  }

  /// A link above the report.
  ///
  /// @param words what it says
  /// @param target where it leads
  /// @param isHere whether it leads to what is shown
  public record Link(String words, String target, boolean isHere) {}

  /// The page.
  public static String of(Report report) {
    return new HtmlReport(report).page("");
  }

  /// The page of a report that goes on, with links above it and when it was made.
  public static String live(Report report, List<Link> links, Instant at) {
    return new HtmlReport(report).page(Html.navigation(links, at));
  }

  private static String style() {
    try (InputStream in =
        Objects.requireNonNull(HtmlReport.class.getResourceAsStream("report.css"))) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private String page(String navigation) {
    out.append(Html.begin(report.decision().headline()));
    out.append(navigation);
    decision();
    checks();
    gates();
    report.strata().forEach(figures -> out.append(new HtmlFigures(report, figures).section()));
    details();
    return out.append(Html.END).toString();
  }

  private void decision() {
    out.append("<header class=\"")
        .append(JsonReport.kind(report.decision()))
        .append("\">\n<p class=\"ask\">Which provider goes to production?</p>\n<h1>")
        .append(Html.escape(report.decision().headline()))
        .append("</h1>\n<ul>\n");
    report
        .decision()
        .reasons()
        .forEach(reason -> out.append("<li>").append(Html.escape(reason)).append("</li>\n"));
    out.append("</ul>\n</header>\n")
        .append("<p class=\"key\"><span class=\"gemini\"></span>gemini")
        .append("<span class=\"claude\"></span>claude</p>\n");
  }

  private void checks() {
    long sound =
        report.checks().stream().filter(check -> check.state() == Check.State.SOUND).count();
    boolean broken =
        report.checks().stream().anyMatch(check -> check.state() == Check.State.BROKEN);
    out.append("<section>\n<h2>Is the experiment sound?</h2>\n<details")
        .append(broken ? " open" : "")
        .append("><summary>")
        .append(Figure.format("%d of %d checks are fine", sound, report.checks().size()))
        .append("</summary>\n<table>\n");
    for (Check check : report.checks()) {
      out.append("<tr>")
          .append(Html.heading(check.name()))
          .append("<td>")
          .append(Html.chip(state(check), check.state().words()))
          .append("</td>")
          .append(Html.cell(check.detail()))
          .append("</tr>\n");
    }
    out.append("</table>\n</details>\n</section>\n");
  }

  private static String state(Check check) {
    return switch (check.state()) {
      case SOUND -> "good";
      case NOTABLE -> "open";
      case BROKEN -> "bad";
    };
  }

  private void gates() {
    if (report.gates().isEmpty()) {
      return;
    }
    out.append(
            "<section>\n<h2>Gates: who is no worse than the other?</h2>\n<table class=\"gates\">")
        .append("\n<tr><th>gate</th><th>no worse by</th><th>gemini</th><th>claude</th>")
        .append("<th>gemini better ← difference, green within the margin → claude better</th>")
        .append("</tr>\n");
    report.gates().stream().filter(gate -> gate.arm() == Arm.GEMINI).forEach(this::row);
    out.append("</table>\n</section>\n");
  }

  private void row(Gate gemini) {
    String name =
        report.strata().size() == 1
            ? gemini.metric().word()
            : gemini.modality() + ": " + gemini.metric().word();
    out.append("<tr>").append(Html.heading(name)).append(Html.cell(margin(gemini.metric())));
    report.gates().stream()
        .filter(gate -> gate.metric() == gemini.metric())
        .filter(gate -> gate.modality().equals(gemini.modality()))
        .forEach(this::state);
    out.append("<td>").append(strip(gemini)).append("</td></tr>\n");
  }

  private void state(Gate gate) {
    String kind =
        switch (gate.state()) {
          case PASSED -> "good";
          case FAILED -> "bad";
          case OPEN, MISSING -> "open";
        };
    out.append("<td>")
        .append(Html.chip(kind, gate.state().words()))
        .append(gate.state() == Gate.State.MISSING ? "" : Figure.format(" p&nbsp;%.2g", gate.p()))
        .append("</td>");
  }

  private String strip(Gate gate) {
    return report.strata().stream()
        .filter(figures -> figures.modality().equals(gate.modality()))
        .flatMap(figures -> figures.contrasts().stream())
        .filter(contrast -> contrast.name().equals(gate.metric().word()))
        .findFirst()
        .map(contrast -> Strip.of(contrast, report.policy().margin(gate.metric())))
        .orElse("");
  }

  private String margin(Metric metric) {
    double margin = report.policy().margin(metric);
    return switch (metric.kind()) {
      case SHARE -> Figure.format("%.1f points", 100 * margin);
      case RATIO -> Figure.format("×%.2f", 1 + margin);
    };
  }

  private void details() {
    var text = new StringWriter();
    new TextReport(new PrintWriter(text)).print(report);
    out.append("<details class=\"all\"><summary>Everything as text</summary>\n<pre>")
        .append(Html.escape(text.toString()))
        .append("</pre>\n</details>\n<footer><p>")
        .append(
            Figure.format(
                "%,d lines read, prices of %s (price book %s). ",
                report.intake().lines(), report.day(), Html.escape(report.priceBook())))
        .append(
            Figure.format(
                "Policy: α %.3f, better by %s. Every interval and gate holds however often one"
                    + " looks.",
                report.policy().alpha(), report.policy().primary().word()))
        .append("</p></footer>\n");
  }
}
