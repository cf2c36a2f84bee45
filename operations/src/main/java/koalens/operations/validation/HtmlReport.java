package koalens.operations.validation;

import java.util.stream.Collectors;

/// Writes a report as one page that needs nothing else, light and dark.
final class HtmlReport {
  private HtmlReport() {}

  static String write(ValidationReport report) {
    return """
    <!doctype html>
    <html lang="en">
    <meta charset="utf-8">
    <meta name="viewport" content="width=device-width">
    <title>Validation of %1$s</title>
    <style>
    :root{color-scheme:light dark;font:16px/1.5 system-ui,sans-serif}
    body{max-width:60rem;margin:2rem auto;padding:0 1rem}
    li{margin:.5rem 0;list-style:none}
    ol{padding:0}
    .passed{color:light-dark(#1b5e20,#66bb6a)}
    .failed{color:light-dark(#c62828,#ef9a9a)}
    .skipped{color:light-dark(#595959,#a0a0a0)}
    pre{white-space:pre-wrap;overflow-wrap:anywhere;padding:.5rem;border:1px solid}
    </style>
    <h1>Validation of %1$s</h1>
    <p><strong>%2$s</strong></p>
    <ol>
    %3$s
    </ol>
    </html>
    """
        .formatted(
            escaped(report.address()),
            report.summary(),
            report.results().stream().map(HtmlReport::item).collect(Collectors.joining("\n")));
  }

  private static String item(StepResult result) {
    String word = JsonReport.word(result.outcome());
    String reasons = result.reasons().isEmpty() ? "" : ": " + String.join("; ", result.reasons());
    return "<li><span class=\"%s\">%s %s</span> %s <small>%d ms</small>%s%s</li>"
        .formatted(
            word,
            sign(result.outcome()),
            word,
            escaped(result.name()),
            result.took().toMillis(),
            escaped(reasons),
            result.evidence().map(HtmlReport::evidence).orElse(""));
  }

  private static String evidence(StepResult.Evidence evidence) {
    return "<pre>%s\n\nstatus %d\n%s</pre>"
        .formatted(escaped(evidence.curl()), evidence.status(), escaped(evidence.body()));
  }

  private static String sign(Outcome outcome) {
    return switch (outcome) {
      case PASSED -> "✓";
      case FAILED -> "✗";
      case SKIPPED -> "–";
    };
  }

  private static String escaped(String text) {
    return text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;");
  }
}
