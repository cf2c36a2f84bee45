package koalens.backend.analysis.advice;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import koalens.engine.knowledge.Status;

/// A photo or film to be read and judged by a provider.
///
/// @param pictures the photo or film
/// @param language the language for reasons: `sv`, `en`, or `und` for that of the label
/// @param most how many ingredients are heard of at most
record PictureQuestion(Pictures pictures, String language, int most) implements Question {
  @Override
  public boolean isEmpty() {
    return false;
  }

  @Override
  public List<String> printed() {
    return List.of();
  }

  @Override
  public Optional<Status> verdict(Asked asked) {
    Map<String, Opinion> opinions = asked.opinions();
    boolean whole =
        asked.transcript().filter(Transcript::whole).isPresent() && opinions.size() < most;
    return Optional.of(
        opinions.values().stream()
            .reduce(Opinion::orWorse)
            .map(worst -> Question.verdict(worst.status(), whole))
            .orElse(Status.UNKNOWN));
  }

  /// By their keys the opinions in an answer, of two on one name the more cautious.
  Map<String, Opinion> opinions(LabelAnswer answer) {
    var opinions = new LinkedHashMap<String, Opinion>();
    for (IngredientAnswers.Answered answered : answer.ingredients()) {
      String key = NameQuestion.key(answered.name());
      if (opinions.size() < most || opinions.containsKey(key)) {
        Opinion opinion = Opinion.of(answered.status(), answered.reason());
        opinions.merge(key, opinion, Opinion::orWorse);
      }
    }
    return opinions;
  }
}
