package koalens.backend.analysis;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import koalens.backend.analysis.advice.Advice;
import koalens.engine.knowledge.Entry;
import koalens.engine.verdict.JudgedIngredient;
import koalens.engine.verdict.Opinions.Place;

/// The ingredients of an answer, each with its reason as a sentence.
final class Ingredients {
  private final Reasoning reasoning;
  private final Advice advice;
  private final String language;
  private final List<AnalyzedIngredient> flat = new ArrayList<>();

  private Ingredients(Reasoning reasoning, Advice advice, String language) {
    this.reasoning = reasoning;
    this.advice = advice;
    this.language = language;
  }

  /// In reading order, compound ingredients before their parts.
  static List<AnalyzedIngredient> of(Advice advice, Reasoning reasoning, String language) {
    var ingredients = new Ingredients(reasoning, advice, language);
    advice.judgement().ingredients().forEach(one -> ingredients.add(one, 0));
    return ingredients.flat;
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
        .map(_ -> advice.reasons().getOrDefault(Place.of(judged), ""))
        .filter(said -> !said.isEmpty())
        .map(said -> sentence + ": " + said)
        .orElse(sentence);
  }

  private Source source(JudgedIngredient judged) {
    return adviser(judged).orElseGet(() -> Source.of(judged.reason().code()));
  }

  private Optional<Source> adviser(JudgedIngredient judged) {
    return judged.reason().code().isAdvice() ? advice.provider().map(Source::of) : Optional.empty();
  }
}
