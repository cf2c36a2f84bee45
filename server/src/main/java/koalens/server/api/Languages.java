package koalens.server.api;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import koalens.engine.knowledge.KnowledgeBase;

/// Which language to answer in. Immutable.
final class Languages {
  private final List<String> known;
  private final List<String> spoken;

  Languages(KnowledgeBase knowledge) {
    this.known = knowledge.languages();
    this.spoken = knowledge.languages().stream().filter(knowledge::speaks).toList();
  }

  /// A language labels are read in, whether or not reasons are given in it; `sv-SE` is `sv`.
  ///
  /// @throws ProblemException when no label is read in it
  String requireKnown(String tag) {
    return required(tag, known);
  }

  /// Whether reasons are given in the language.
  boolean isSpoken(String language) {
    return spoken.contains(language);
  }

  /// The language a field or parameter `language` asks for; `sv-SE` is `sv`.
  ///
  /// @throws ProblemException when it is not spoken
  String require(String tag) {
    return required(tag, spoken);
  }

  private static String required(String tag, List<String> languages) {
    String language = Locale.forLanguageTag(tag.strip()).getLanguage();
    if (!languages.contains(language)) {
      throw Problem.inField("language", "language must be one of " + String.join(", ", languages))
          .exception();
    }
    return language;
  }

  /// The first spoken language an `Accept-Language` header prefers.
  Optional<String> preferred(String header) {
    try {
      return Locale.LanguageRange.parse(header).stream()
          .map(range -> Locale.forLanguageTag(range.getRange()).getLanguage())
          .filter(spoken::contains)
          .findFirst();
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }
}
