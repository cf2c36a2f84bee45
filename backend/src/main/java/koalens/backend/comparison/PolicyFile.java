package koalens.backend.comparison;

import java.io.IOException;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.TreeSet;

/// Reads a [Policy] from a properties file; what is not in it is standard.
public final class PolicyFile {
  private static final String MARGIN = "margin.";

  private final Properties properties;

  private PolicyFile(Properties properties) {
    this.properties = properties;
  }

  /// Reads the file.
  ///
  /// @throws IllegalArgumentException naming the file, the key and what it may be
  public static Policy read(Path file) {
    var properties = new Properties();
    try (Reader in = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
      properties.load(in);
    } catch (NoSuchFileException e) {
      throw new IllegalArgumentException(file + " is not there", e);
    } catch (IOException e) {
      throw new IllegalArgumentException(file + " cannot be read: " + e.getMessage(), e);
    }
    try {
      return new PolicyFile(properties).policy();
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException(file + ": " + e.getMessage(), e);
    }
  }

  private Policy policy() {
    var standard = Policy.STANDARD;
    var known =
        new TreeSet<>(List.of("alpha", "primary", "gates", "tuning", "minimum-share", "to-gemini"));
    Arrays.stream(Metric.values()).forEach(metric -> known.add(MARGIN + metric.word()));
    for (String key : properties.stringPropertyNames()) {
      if (!known.contains(key)) {
        throw new IllegalArgumentException("no key " + key + ": use " + known);
      }
    }
    return new Policy(
        number("alpha", standard.alpha()),
        metric("primary", properties.getProperty("primary", standard.primary().word())),
        gates(standard),
        margins(),
        number("tuning", standard.tuning()),
        number("minimum-share", standard.minimumShare()),
        number("to-gemini", standard.toGemini()));
  }

  private List<Metric> gates(Policy standard) {
    String words = properties.getProperty("gates");
    return words == null
        ? standard.gates()
        : Arrays.stream(words.split(",", -1)).map(word -> metric("gates", word.strip())).toList();
  }

  private Map<Metric, Double> margins() {
    var margins = new EnumMap<Metric, Double>(Metric.class);
    for (Metric metric : Metric.values()) {
      margins.put(metric, number(MARGIN + metric.word(), metric.standardMargin()));
    }
    return margins;
  }

  private Metric metric(String key, String word) {
    return Metric.of(word)
        .orElseThrow(() ->
            new IllegalArgumentException(
                "%s: no metric '%s': use %s"
                    .formatted(
                        key, word, Arrays.stream(Metric.values()).map(Metric::word).toList())));
  }

  private double number(String key, double otherwise) {
    String text = properties.getProperty(key);
    try {
      return text == null ? otherwise : Double.parseDouble(text.strip());
    } catch (NumberFormatException e) {
      throw new IllegalArgumentException(key + ": no number: " + text, e);
    }
  }
}
