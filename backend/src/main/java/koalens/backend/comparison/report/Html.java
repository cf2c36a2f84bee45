package koalens.backend.comparison.report;

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
