/// Shows a report: to people at a terminal, to programs, and as one page that needs nothing else.
///
/// Start at [koalens.backend.comparison.report.TextReport],
/// [koalens.backend.comparison.report.JsonReport] or
/// [koalens.backend.comparison.report.HtmlReport]. The same report gives the same bytes.
@NullMarked
package koalens.backend.comparison.report;

import org.jspecify.annotations.NullMarked;
