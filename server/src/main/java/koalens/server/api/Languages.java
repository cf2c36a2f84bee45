package koalens.server.api;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import koalens.engine.knowledge.KnowledgeBase;

/// Which language to answer in. Immutable.
final class Languages {
  private final List<String> spoken;

  Languages(KnowledgeBase knowledge) {
    this.spoken = knowledge.languages().stream().filter(knowledge::speaks).toList();
  }

  /// The language a field or parameter `language` asks for; `sv-SE` is `sv`.
  ///
  /// @throws ProblemException when it is not spoken
  String require(String tag) {
    String language = Locale.forLanguageTag(tag.strip()).getLanguage();
    if (!spoken.contains(language)) {
      throw Problem.inField("language", "language must be one of " + String.join(", ", spoken))
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
