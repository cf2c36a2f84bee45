package koalens.cli.rehearsal;

import java.util.List;
import java.util.stream.Collectors;

/// Writes a rehearsal as one page that needs nothing else, light and dark.
public final class RehearsalPage {
  private RehearsalPage() {}

  /// The page.
  ///
  /// @param heading what and when it was
  public static String of(String heading, List<Scene> scenes) {
    return """
    <!doctype html>
    <html lang="en">
    <meta charset="utf-8">
    <meta name="viewport" content="width=device-width">
    <title>Rehearsal of a staging day</title>
    <style>
    :root{color-scheme:light dark;font:16px/1.5 system-ui,sans-serif}
    body{max-width:60rem;margin:2rem auto;padding:0 1rem}
    dl{display:grid;grid-template-columns:max-content 1fr;gap:0 1rem}
    dd{margin:0}
    .as-expected{color:light-dark(#1b5e20,#66bb6a)}
    .otherwise{color:light-dark(#c62828,#ef9a9a)}
    .left-out{color:light-dark(#595959,#a0a0a0)}
    pre{white-space:pre-wrap;overflow-wrap:anywhere;padding:.5rem;border:1px solid;font-size:.8rem}
    </style>
    <h1>Rehearsal of a staging day</h1>
    <p>%s</p>
    <p>Servers, database and the programs that watch were real. Played by others: <code>fly</code>,
    Gemini and Claude. No account was touched.</p>
    <ol>
    %s
    </ol>
    </html>
    """
        .formatted(
            escaped(heading),
            scenes.stream().map(RehearsalPage::item).collect(Collectors.joining("\n")));
  }

  private static String item(Scene scene) {
    return """
    <li><h2>%s</h2>
    <dl><dt>expected<dd>%s<dt>happened<dd class="%s">%s %s (%d s)</dl>
    <details><summary>What was typed and printed</summary><pre>%s</pre></details></li>\
    """
        .formatted(
            escaped(scene.title()),
            escaped(scene.expected()),
            style(scene.outcome()),
            sign(scene.outcome()),
            escaped(scene.happened()),
            scene.took().toSeconds(),
            escaped(String.join("\n", scene.transcript())));
  }

  private static String style(Scene.Outcome outcome) {
    return switch (outcome) {
      case AS_EXPECTED -> "as-expected";
      case OTHERWISE -> "otherwise";
      case LEFT_OUT -> "left-out";
    };
  }

  private static String sign(Scene.Outcome outcome) {
    return switch (outcome) {
      case AS_EXPECTED -> "✓";
      case OTHERWISE -> "✗";
      case LEFT_OUT -> "–";
    };
  }

  private static String escaped(String text) {
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
  }
}
