package koalens.operations.validation;

import java.io.StringWriter;
import java.time.Duration;
import java.util.Locale;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/// Writes a report for build servers, in the form JUnit made common.
final class JunitReport {
  private JunitReport() {}

  static String write(ValidationReport report) {
    var text = new StringWriter();
    try {
      XMLStreamWriter xml = XMLOutputFactory.newFactory().createXMLStreamWriter(text);
      xml.writeStartDocument("UTF-8", "1.0");
      xml.writeStartElement("testsuite");
      xml.writeAttribute("name", "koalens validate " + report.address());
      xml.writeAttribute("tests", String.valueOf(report.results().size()));
      xml.writeAttribute("failures", String.valueOf(report.count(Outcome.FAILED)));
      xml.writeAttribute("skipped", String.valueOf(report.count(Outcome.SKIPPED)));
      for (StepResult result : report.results()) {
        write(result, xml);
      }
      xml.writeEndElement();
      xml.writeEndDocument();
    } catch (XMLStreamException e) {
      throw new IllegalStateException(e);
    }
    return text.append('\n').toString();
  }

  private static void write(StepResult result, XMLStreamWriter xml) throws XMLStreamException {
    xml.writeStartElement("testcase");
    xml.writeAttribute("classname", "koalens.validate");
    xml.writeAttribute("name", result.name());
    xml.writeAttribute("time", seconds(result.took()));
    String reasons = String.join("; ", result.reasons());
    switch (result.outcome()) {
      case PASSED -> {}
      case SKIPPED -> {
        xml.writeEmptyElement("skipped");
        xml.writeAttribute("message", clean(reasons));
      }
      case FAILED -> {
        xml.writeStartElement("failure");
        xml.writeAttribute("message", clean(reasons));
        xml.writeCharacters(clean(result.evidence().map(JunitReport::text).orElse("")));
        xml.writeEndElement();
      }
    }
    xml.writeEndElement();
  }

  private static String text(StepResult.Evidence evidence) {
    return evidence.curl() + "\nstatus " + evidence.status() + "\n" + evidence.body();
  }

  private static String seconds(Duration took) {
    return String.format(Locale.ROOT, "%.3f", took.toMillis() / 1000.0);
  }

  // XML has no way to write control characters.
  private static String clean(String text) {
    return text.replaceAll("[^\\t\\n\\r\\u0020-\\uD7FF\\uE000-\\uFFFD]", "\uFFFD");
  }
}
