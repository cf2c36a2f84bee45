package koalens.engine.knowledge.source;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import koalens.engine.knowledge.KnowledgeBuilder;
import koalens.engine.knowledge.WordClass;
import koalens.engine.parsing.LabelPhrase;

/// One language folder as written.
///
/// @param code ISO 639-1
/// @param words `words.txt`: the words of each class, with `links`, `endings` and `head`
/// @param phrases `label.txt`
/// @param reasons `reasons.txt`: a sentence for each reason code; empty when the file is left out
/// @param names `names/*.txt`
/// @param examples `examples.txt`: label texts with their verdicts; may be left out
record SourceLanguage(
    String code,
    Map<String, List<String>> words,
    List<LabelPhrase> phrases,
    Map<String, String> reasons,
    List<SourceNames> names,
    List<SourceExample> examples) {
  private static final String LINKS = "links";
  private static final String ENDINGS = "endings";
  private static final String HEADS = "heads";
  private static final String HEAD = "head";

  /// Whether reasons are given in this language.
  boolean speaks() {
    return !reasons.isEmpty();
  }

  /// How the language builds its words.
  KnowledgeBuilder.Language rules() {
    return new KnowledgeBuilder.Language(
        code,
        words.getOrDefault(LINKS, List.of()),
        words.getOrDefault(ENDINGS, List.of()),
        words.getOrDefault(HEADS, List.of()),
        words.getOrDefault(HEAD, List.of()).contains("first"));
  }

  /// Whether a key of `words.txt` is a rule and no class of words.
  static boolean isRule(String key) {
    return key.equals(LINKS) || key.equals(ENDINGS) || key.equals(HEADS) || key.equals(HEAD);
  }

  /// The words of each class.
  ///
  /// @throws IllegalArgumentException when a key names no class
  Map<WordClass, List<String>> classes() {
    var classes = new EnumMap<WordClass, List<String>>(WordClass.class);
    words.forEach((key, list) -> {
      if (!isRule(key)) {
        classes.put(WordClass.valueOf(Words.constant(key)), list);
      }
    });
    return classes;
  }
}
