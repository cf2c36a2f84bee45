package koalens.backend.analysis;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Properties;

/// The sentences for verdicts in one language, read from `reasoning_<language>.properties`.
/// Immutable.
final class ReasoningWords {
  private static final int MOST_NAMES = 3;

  private final Properties sentences;

  private ReasoningWords(Properties sentences) {
    this.sentences = sentences;
  }

  static ReasoningWords in(String language) {
    String resource = "reasoning_" + language + ".properties";
    var stream = ReasoningWords.class.getResourceAsStream(resource);
    if (stream == null) {
      throw new IllegalStateException("built without " + resource);
    }
    var sentences = new Properties();
    try (var reader = new InputStreamReader(stream, StandardCharsets.UTF_8)) {
      sentences.load(reader);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return new ReasoningWords(sentences);
  }

  String sentence(String key) {
    String sentence = sentences.getProperty(key);
    if (sentence == null) {
      throw new IllegalStateException("no sentence for '" + key + "'");
    }
    return sentence;
  }

  /// The sentence with the names enumerated where `{names}` stands.
  String sentence(String key, List<String> names) {
    return sentence(key).replace("{names}", enumeration(names));
  }

  private String enumeration(List<String> names) {
    int more = names.size() - MOST_NAMES;
    if (more > 0) {
      String shown = String.join(", ", names.subList(0, MOST_NAMES));
      return sentence("more").replace("{count}", Integer.toString(more)).replace("{names}", shown);
    }
    if (names.size() == 1) {
      return names.getFirst();
    }
    String first = String.join(", ", names.subList(0, names.size() - 1));
    return first + " " + sentence("and") + " " + names.getLast();
  }
}
