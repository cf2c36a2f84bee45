package koalens.operations.diagnosis;

import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The figures of a server in the text format of Prometheus. Immutable.
record Figures(String text) {
  private static final Pattern LINE =
      Pattern.compile("^([a-zA-Z_:][\\w:]*)\\{([^}]*)\\} (\\S+)", Pattern.MULTILINE);

  /// The sum of a metric by one of its labels.
  ///
  /// @param having what must stand among the labels, as a pattern
  Map<String, Double> sums(String metric, String label, String having) {
    var sums = new TreeMap<String, Double>();
    Pattern value = Pattern.compile("(?:^|,)" + label + "=\"([^\"]*)\"");
    Matcher line = LINE.matcher(text);
    while (line.find()) {
      Matcher labels = value.matcher(line.group(2));
      boolean wanted = Pattern.compile(having).matcher(line.group(2)).find();
      if (line.group(1).equals(metric) && wanted && labels.find()) {
        sums.merge(labels.group(1), number(line.group(3)), Double::sum);
      }
    }
    return sums;
  }

  private static double number(String text) {
    try {
      return Double.parseDouble(text);
    } catch (NumberFormatException e) {
      return 0;
    }
  }
}
