package koalens.backend.comparison.report;

import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import koalens.backend.comparison.Check;
import koalens.backend.comparison.Gate;
import koalens.backend.comparison.Report;
import koalens.backend.comparison.log.Arm;
import koalens.backend.comparison.log.Verdict;

/// A report as one page that needs nothing else: light, dark, and on paper.
public final class HtmlReport {
  private static final int SHOWN_FLIPS = 50;

  private final StringBuilder out = new StringBuilder();

  private HtmlReport() {}

  /// The page.
  public static String of(Report report) {
    return new HtmlReport().page(report);
  }

  private String page(Report report) {
    out.append("<!doctype html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n")
        .append("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n")
        .append("<title>")
        .append(Html.escape(report.decision().headline()))
        .append("</title>\n")
        .append("<style>\n")
        .append(style())
        .append("</style>\n</head>\n<body>\n<main>\n");
    decision(report);
    checks(report);
    gates(report);
    report.strata().forEach(figures -> figures(report, figures));
    details(report);
    return out.append("</main>\n</body>\n</html>\n").toString();
  }

  private static String style() {
    try (InputStream in =
        Objects.requireNonNull(HtmlReport.class.getResourceAsStream("report.css"))) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void decision(Report report) {
    out.append("<header class=\"")
        .append(JsonReport.kind(report.decision()))
        .append("\">\n<h1>")
        .append(Html.escape(report.decision().headline()))
        .append("</h1>\n<ul>\n");
    report
        .decision()
        .reasons()
        .forEach(reason -> out.append("<li>").append(Html.escape(reason)).append("</li>\n"));
    out.append("</ul>\n</header>\n");
    out.append(
        "<p class=\"key\"><span class=\"gemini\"></span> gemini <span class=\"claude\"></span>"
            + " claude</p>\n");
  }

  private void checks(Report report) {
    out.append("<h2>Is the experiment sound?</h2>\n<table>\n");
    for (Check check : report.checks()) {
      out.append("<tr class=\"")
          .append(check.state() == Check.State.BROKEN ? "bad" : "")
          .append("\">")
          .append(Html.heading(check.name()))
          .append(Html.cell(check.state().words()))
          .append(Html.cell(check.detail()))
          .append("</tr>\n");
    }
    out.append("</table>\n");
  }

  private void gates(Report report) {
    if (report.gates().isEmpty()) {
      return;
    }
    out.append("<h2>Gates</h2>\n<table>\n<tr><th>modality</th><th>metric</th><th>provider</th>")
        .append("<th>no worse by</th><th>state</th><th>p</th></tr>\n");
    for (Gate gate : report.gates()) {
      out.append("<tr class=\"")
          .append(gate.state() == Gate.State.FAILED ? "bad" : "")
          .append("\">")
          .append(Html.cell(gate.modality()))
          .append(Html.cell(gate.metric().word()))
          .append(Html.cell(gate.arm().word()))
          .append(Html.cell(margin(report, gate)))
          .append(Html.cell(gate.state().words()))
          .append(Html.cell(Figure.format("%.2g", gate.p())))
          .append("</tr>\n");
    }
    out.append("</table>\n");
  }

  private static String margin(Report report, Gate gate) {
    double margin = report.policy().margin(gate.metric());
    return switch (gate.metric().kind()) {
      case SHARE -> Figure.format("%.1f points", 100 * margin);
      case RATIO -> Figure.format("×%.2f", 1 + margin);
    };
  }

  private void figures(Report report, Report.Figures figures) {
    out.append("<section>\n<h2>")
        .append(Html.escape(figures.modality()))
        .append(
            Figure.format(
                ": %d analyses, %s",
                figures.analyses(),
                figures.paired() ? "each sent to both" : "each assigned to one"))
        .append("</h2>\n");
    contrasts(figures);
    plot("Share of calls answered within a time (failures never are)", Plots.times(figures));
    plot(
        "How many times as long gemini takes, with what is possible at every look",
        Plots.ratios(figures));
    figures.agreement().ifPresent(this::flips);
    plot("Cost of an analysis at logged, current and announced prices", Plots.costs(figures));
    plot("Calls over time", Plots.traffic(figures));
    figures
        .sequences()
        .forEach(sequence ->
            plot(
                sequence.metric().word()
                    + ": what was possible after how many analyses; dashed the margin",
                Plots.sequence(sequence, report.policy().margin(sequence.metric()))));
    out.append("</section>\n");
  }

  private void contrasts(Report.Figures figures) {
    out.append("<table>\n<tr><th></th><th>gemini</th><th>claude</th><th>gemini against claude</th>")
        .append("<th>possible at every look</th><th>at one look</th></tr>\n");
    for (Report.Contrast c : figures.contrasts()) {
      out.append("<tr>")
          .append(Html.heading(c.name()))
          .append(Html.cell(Figure.value(c.kind(), c.name(), c.gemini())))
          .append(Html.cell(Figure.value(c.kind(), c.name(), c.claude())))
          .append(Html.cell(Figure.difference(c.kind(), c.difference())))
          .append(Html.cell(Figure.interval(c.kind(), c.interval())))
          .append(Html.cell(c.oneLook()))
          .append("</tr>\n");
    }
    out.append("</table>\n");
  }

  private void plot(String caption, String svg) {
    if (!svg.isEmpty()) {
      out.append("<figure>\n")
          .append(svg)
          .append("<figcaption>")
          .append(Html.escape(caption))
          .append("</figcaption>\n</figure>\n");
    }
  }

  private void flips(Report.Flips flips) {
    out.append("<h3>")
        .append(
            Figure.format(
                "Same verdict %.1f %%, kappa %.3f, AC1 %.3f: %d flips",
                100 * flips.table().raw(),
                flips.table().kappa(),
                flips.table().ac1(),
                flips.flips()))
        .append("</h3>\n<table class=\"flips\">\n<tr><th>gemini, claude</th>");
    Verdict.SAID.forEach(v -> out.append("<th>").append(v.word()).append("</th>"));
    out.append("</tr>\n");
    for (int i = 0; i < Verdict.SAID.size(); i++) {
      out.append("<tr>").append(Html.heading(Verdict.SAID.get(i).word()));
      for (int j = 0; j < Verdict.SAID.size(); j++) {
        out.append(i == j ? "<td class=\"same\">" : "<td>")
            .append(flips.table().table().get(i).get(j))
            .append("</td>");
      }
      out.append("</tr>\n");
    }
    out.append("</table>\n");
    flipped(flips);
  }

  private void flipped(Report.Flips flips) {
    if (flips.flipped().isEmpty()) {
      return;
    }
    out.append("<details><summary>The first items on which they differ</summary>\n<table>\n")
        .append("<tr><th>item</th><th>gemini</th><th>claude</th><th>true</th></tr>\n");
    flips.flipped().stream()
        .limit(SHOWN_FLIPS)
        .forEach(flip ->
            out.append("<tr>")
                .append(Html.cell(flip.item()))
                .append(Html.cell(flip.gemini()))
                .append(Html.cell(flip.claude()))
                .append(Html.cell(flip.truth()))
                .append("</tr>\n"));
    out.append("</table>\n</details>\n");
  }

  private void details(Report report) {
    var text = new StringWriter();
    new TextReport(new PrintWriter(text)).print(report);
    out.append("<details><summary>Everything as text</summary>\n<pre>")
        .append(Html.escape(text.toString()))
        .append("</pre>\n</details>\n");
    out.append("<p>")
        .append(Html.escape(Arm.GEMINI.word() + " and " + Arm.CLAUDE.word()))
        .append(" by the policy: α ")
        .append(Figure.format("%.3f", report.policy().alpha()))
        .append(", primary ")
        .append(report.policy().primary().word())
        .append(".</p>\n");
  }
}
