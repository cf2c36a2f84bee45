package koalens.backend.comparison.report;

/// Words in a page.
final class Html {
  private Html() {}

  static String escape(String words) {
    return words
        .replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;");
  }

  static String cell(String words) {
    return "<td>" + escape(words) + "</td>";
  }

  static String heading(String words) {
    return "<th scope=\"row\">" + escape(words) + "</th>";
  }
}
