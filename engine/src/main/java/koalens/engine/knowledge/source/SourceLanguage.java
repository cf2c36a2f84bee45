package koalens.engine.knowledge.source;

import java.util.List;
import java.util.Map;

/// One language folder as written.
///
/// @param code ISO 639-1
/// @param words `words.txt`: the words of each class, with `links` and `endings`
/// @param reasons `reasons.txt`: a sentence for each reason code; empty when the file is left out
/// @param names `names/*.txt`
/// @param examples `examples.txt`: label texts with their verdicts; may be left out
record SourceLanguage(
    String code,
    Map<String, List<String>> words,
    Map<String, String> reasons,
    List<SourceNames> names,
    List<SourceExample> examples) {
  /// Whether reasons are given in this language.
  boolean speaks() {
    return !reasons.isEmpty();
  }
}
