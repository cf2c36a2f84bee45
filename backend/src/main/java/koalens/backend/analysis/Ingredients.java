package koalens.backend.analysis;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import koalens.backend.analysis.advice.Advice;
import koalens.engine.knowledge.Entry;
import koalens.engine.verdict.JudgedIngredient;
import koalens.engine.verdict.Judgement;
import koalens.engine.verdict.Opinions.Place;

/// The ingredients of an answer, each with its reason as a sentence.
final class Ingredients {
  private final Reasoning reasoning;
  private final String language;
  private final Optional<Source> provider;
  private final Map<Place, String> said;
  private final List<AnalyzedIngredient> flat = new ArrayList<>();

  private Ingredients(
      Reasoning reasoning, String language, Optional<Source> provider, Map<Place, String> said) {
    this.reasoning = reasoning;
    this.language = language;
    this.provider = provider;
    this.said = said;
  }

  /// As the engine judged them by itself, in reading order, compound ingredients before their
  /// parts.
  static List<AnalyzedIngredient> of(Judgement judgement, Reasoning reasoning, String language) {
    return new Ingredients(reasoning, language, Optional.empty(), Map.of()).all(judgement);
  }

  /// As they were judged with a provider's help, in the same order.
  static List<AnalyzedIngredient> of(Advice advice, Reasoning reasoning, String language) {
    Optional<Source> provider = advice.provider().map(Source::of);
    return new Ingredients(reasoning, language, provider, advice.reasons()).all(advice.judgement());
  }

  private List<AnalyzedIngredient> all(Judgement judgement) {
    judgement.ingredients().forEach(one -> add(one, 0));
    return flat;
  }

  private void add(JudgedIngredient judged, int depth) {
    flat.add(analyzed(judged, depth));
    judged.parts().forEach(part -> add(part, depth + 1));
  }

  private AnalyzedIngredient analyzed(JudgedIngredient judged, int depth) {
    return new AnalyzedIngredient(
        judged.name(),
        judged.status(),
        reason(judged),
        judged.reason().code(),
        source(judged),
        judged.role(),
        judged.entry().map(Entry::id),
        judged.start(),
        judged.end(),
        judged.percent(),
        depth,
        !judged.parts().isEmpty());
  }

  private String reason(JudgedIngredient judged) {
    String sentence = reasoning.reason(judged, language);
    return adviser(judged)
        .map(_ -> said.getOrDefault(Place.of(judged), ""))
        .filter(words -> !words.isEmpty())
        .map(words -> sentence + ": " + words)
        .orElse(sentence);
  }

  private Source source(JudgedIngredient judged) {
    return adviser(judged).orElseGet(() -> Source.of(judged.reason().code()));
  }

  private Optional<Source> adviser(JudgedIngredient judged) {
    return judged.reason().code().isAdvice() ? provider : Optional.empty();
  }
}
