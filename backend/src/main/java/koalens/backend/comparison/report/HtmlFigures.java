package koalens.backend.comparison.report;

import java.util.function.Function;
import koalens.backend.comparison.Report;
import koalens.backend.comparison.log.Arm;
import koalens.backend.comparison.log.Verdict;

/// The figures of one modality, as a section of the page.
final class HtmlFigures {
  private static final int SHOWN_FLIPS = 50;

  private final StringBuilder out = new StringBuilder();
  private final Report report;
  private final Report.Figures figures;

  HtmlFigures(Report report, Report.Figures figures) {
    this.report = report;
    this.figures = figures;
  }

  String section() {
    out.append("<section>\n<h2>")
        .append(Html.escape(figures.modality()))
        .append(
            Figure.format(
                "<small>%,d analyses, %s</small>",
                figures.analyses(),
                figures.paired() ? "each sent to both" : "each assigned to one"))
        .append("</h2>\n");
    cards();
    out.append("<div class=\"plots\">\n");
    plot("How long calls take (failures never end)", Plots.times(figures));
    plot("How many times as long gemini takes, and what is possible", Plots.ratios(figures));
    plot("Cost of an analysis at logged, current and announced prices", Plots.costs(figures));
    plot("Calls over time", Plots.traffic(figures));
    figures
        .sequences()
        .forEach(sequence ->
            plot(
                sequence.metric().word() + ": what was possible after how many; dashed the margin",
                Plots.sequence(sequence, report.policy().margin(sequence.metric()))));
    out.append("</div>\n");
    figures.agreement().ifPresent(this::flips);
    served();
    contrasts();
    return out.append("</section>\n").toString();
  }

  private void cards() {
    out.append("<div class=\"cards\">\n");
    for (Arm arm : Arm.values()) {
      Report.Provider one = figures.of(arm);
      out.append("<div class=\"arm ").append(arm.word()).append("\">\n<div class=\"name\">");
      out.append(arm.word()).append("</div>\n<dl>\n");
      card("p50", time(one, 0.5));
      card("p95", time(one, 0.95));
      card("no valid answer", Figure.percent(one.failures().share()));
      card("wrong verdict", share(one, Report.Provider::wrong));
      card("said vegan, is not", share(one, Report.Provider::critical));
      card("cost of an answer", Figure.dollars(one.costOfSuccess()));
      out.append("</dl>\n</div>\n");
    }
    out.append("</div>\n");
  }

  private static String share(
      Report.Provider provider,
      Function<Report.Provider, koalens.backend.experiment.statistics.Proportion> of) {
    return of.apply(provider).of() == 0 ? "–" : Figure.percent(of.apply(provider).share());
  }

  private static String time(Report.Provider provider, double probability) {
    return provider.times().stream()
        .filter(quantile -> quantile.probability() == probability)
        .map(quantile -> Figure.millis(quantile.value()))
        .findFirst()
        .orElse("–");
  }

  private void card(String name, String value) {
    out.append("<div><dt>")
        .append(Html.escape(name))
        .append("</dt><dd>")
        .append(Html.escape(value))
        .append("</dd></div>\n");
  }

  private void plot(String caption, String svg) {
    if (!svg.isEmpty()) {
      out.append("<figure>\n<figcaption>")
          .append(Html.escape(caption))
          .append("</figcaption>\n")
          .append(svg)
          .append("</figure>\n");
    }
  }

  private void contrasts() {
    out.append(
            "<h3>All differences</h3>\n%s<table>\n<tr><th>metric</th><th>gemini</th>"
                .formatted(Html.wide("all differences")))
        .append("<th>claude</th><th>gemini against claude</th>")
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
    out.append("</table></div>\n");
    figures
        .pairedTimes()
        .map(Figure::pairedTimes)
        .ifPresent(
            words -> out.append("<p>").append(Html.escape(sentence(words))).append("</p>\n"));
  }

  private static String sentence(String words) {
    return Character.toUpperCase(words.charAt(0)) + words.substring(1) + ".";
  }

  private void served() {
    if (figures.served().isEmpty()) {
      return;
    }
    out.append("<h3>Second view: who answered in the end</h3>\n")
        .append(Html.wide("who answered in the end"))
        .append(
            "<table>\n"
                + "<tr><th>answered by</th><th>assigned to gemini</th><th>assigned to claude</th>")
        .append("<th>answered wrong</th><th>said vegan, is not</th></tr>\n");
    for (Report.ServedBy one : figures.served()) {
      out.append("<tr>")
          .append(Html.heading("by " + one.served().word()))
          .append(Html.cell(Figure.format("%,d", one.ofGemini())))
          .append(Html.cell(Figure.format("%,d", one.ofClaude())))
          .append(Html.cell(Figure.proportion(one.wrong())))
          .append(Html.cell(Figure.proportion(one.critical())))
          .append("</tr>\n");
    }
    out.append("</table></div>\n");
  }

  private void flips(Report.Flips flips) {
    out.append("<h3>Where they differ</h3>\n<p>")
        .append(
            Figure.format(
                "Same verdict %.1f %%, κ %s, AC1 %s; %,d flips. Wrong: both %,d, gemini alone"
                    + " %,d, claude alone %,d.",
                100 * flips.table().raw(),
                Figure.coefficient(flips.table().kappa()),
                Figure.coefficient(flips.table().ac1()),
                flips.flips(),
                flips.wrong().both(),
                flips.wrong().onlyFirst(),
                flips.wrong().onlySecond()))
        .append(" ")
        .append(Html.escape(sentence(Figure.shift(flips.table().bowker()))))
        .append(
            "</p>\n%s<table class=\"flips\">\n<tr><th>gemini ↓ claude →</th>"
                .formatted(Html.wide("verdicts of pairs")));
    Verdict.SAID.forEach(v -> out.append("<th>").append(v.word()).append("</th>"));
    out.append("</tr>\n");
    for (int i = 0; i < Verdict.SAID.size(); i++) {
      out.append("<tr>").append(Html.heading(Verdict.SAID.get(i).word()));
      for (int j = 0; j < Verdict.SAID.size(); j++) {
        out.append(cell(flips, i, j));
      }
      out.append("</tr>\n");
    }
    out.append("</table></div>\n");
    flipped(flips);
  }

  // The more of the pairs, the darker: in five steps, as styles are fixed.
  private static String cell(Report.Flips flips, int row, int column) {
    long count = flips.table().table().get(row).get(column);
    long all = Math.max(1, flips.flips());
    String kind = row == column ? "same" : "flip" + Math.min(4, (int) Math.ceil(4.0 * count / all));
    return Figure.format("<td class=\"%s\">%,d</td>", kind, count);
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
}
