package koalens.operations.validation;

/// A form a report is written in.
public enum ReportFormat {
  /// For programs.
  JSON,
  /// For build servers.
  JUNIT,
  /// For people: one page that needs nothing else.
  HTML;

  /// The report in this form.
  public String write(ValidationReport report) {
    return switch (this) {
      case JSON -> JsonReport.write(report);
      case JUNIT -> JunitReport.write(report);
      case HTML -> HtmlReport.write(report);
    };
  }
}
