package koalens.engine.knowledge;

import java.io.DataOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import koalens.engine.packed.PackedInput;
import koalens.engine.packed.PackedTexts;

/// The sentence for each reason in the languages that give reasons.
///
/// @param byLanguage language → reason → sentence
record Sentences(Map<String, Map<ReasonCode, String>> byLanguage) {
  private static final List<ReasonCode> REASONS = List.of(ReasonCode.values());

  /// Whether reasons can be given in the language.
  boolean speak(String language) {
    return byLanguage.containsKey(language);
  }

  /// @throws IllegalArgumentException when the language gives no reasons
  String get(ReasonCode reason, String language) {
    Map<ReasonCode, String> sentences = byLanguage.get(language);
    if (sentences == null) {
      throw new IllegalArgumentException("no reasons in language '" + language + "'");
    }
    return sentences.getOrDefault(reason, reason.name());
  }

  static Sentences read(PackedInput in) throws IOException {
    PackedTexts languages = PackedTexts.read(in);
    PackedTexts sentences = PackedTexts.read(in);
    var byLanguage = new LinkedHashMap<String, Map<ReasonCode, String>>();
    int at = 0;
    for (int language = 0; language < languages.size(); language++) {
      var inLanguage = new EnumMap<ReasonCode, String>(ReasonCode.class);
      for (ReasonCode reason : REASONS) {
        inLanguage.put(reason, sentences.at(at++));
      }
      byLanguage.put(languages.at(language), inLanguage);
    }
    return new Sentences(byLanguage);
  }

  void write(DataOutputStream out) throws IOException {
    PackedTexts.of(List.copyOf(byLanguage.keySet())).write(out);
    var sentences = new ArrayList<String>();
    for (String language : byLanguage.keySet()) {
      REASONS.forEach(reason -> sentences.add(get(reason, language)));
    }
    PackedTexts.of(sentences).write(out);
  }
}
