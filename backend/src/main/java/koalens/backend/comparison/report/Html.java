package koalens.backend.comparison.report;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;

/// Words in a page.
final class Html {
  static final String END = "</main>\n</body>\n</html>\n";

  private Html() {}

  /// A page up to its content.
  static String begin(String title) {
    return """
    <!doctype html>
    <html lang="en">
    <head>
    <meta charset="utf-8">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <title>\
    """
        + escape(title)
        + "</title>\n<style>"
        + HtmlReport.STYLE
        + "</style>\n</head>\n<body>\n<main>\n";
  }

  /// Links, and for when the page holds. It never changes under its reader.
  static String navigation(List<HtmlReport.Link> links, Instant at) {
    var out = new StringBuilder("<nav>\n");
    for (HtmlReport.Link link : links) {
      out.append("<a href=\"")
          .append(escape(link.target()))
          .append(link.isHere() ? "\" aria-current=\"page\">" : "\">")
          .append(escape(link.words()))
          .append("</a>\n");
    }
    return out.append("<span>As of ")
        .append(at.truncatedTo(ChronoUnit.SECONDS))
        .append("</span>\n<a href=\"\">Reload</a>\n</nav>\n")
        .toString();
  }

  static String chip(String kind, String words) {
    return "<span class=\"chip " + kind + "\">" + escape(words) + "</span>";
  }

  static String escape(String words) {
    return words
        .replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;");
  }

  /// Opens a part that scrolls sideways where it is wider than the screen, by keys too.
  static String wide(String name) {
    return "<div class=\"wide\" role=\"region\" tabindex=\"0\" aria-label=\""
        + escape(name)
        + "\">";
  }

  static String cell(String words) {
    return "<td>" + escape(words) + "</td>";
  }

  static String heading(String words) {
    return "<th scope=\"row\">" + escape(words) + "</th>";
  }
}
