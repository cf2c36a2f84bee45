package koalens.backend.analysis;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import koalens.engine.knowledge.Status;
import koalens.engine.parsing.Role;
import koalens.engine.verdict.Policy;

/// A judgement in a person's words: what an answer says of a label, whoever asks and whenever.
///
/// @param status the verdict
/// @param policy which doubts decided it
/// @param claimContradicted whether the label calls vegan what by its own list is not
/// @param confidence how much of the answer rests on exact knowledge, from 0 to 1; see
///   [koalens.backend.analysis.advice.Confidence]
/// @param ingredients everything the label names, in reading order, compound ingredients before
///   their parts; traces and claims too: look at the role
/// @param reasoning one sentence that says what decided, in `language`
/// @param language the language of the reasons
/// @param detectedLanguage the language of the label, `und` when none is recognised
/// @param listFound whether the text holds an ingredient list
/// @param truncated whether a limit cut the text; such a text is never vegan
/// @param complete false where there may be more of the list than was judged: a picture that does
///   not surely show all of it, or a text said to be a part; never vegan
public record Explanation(
    Status status,
    Policy policy,
    boolean claimContradicted,
    double confidence,
    List<AnalyzedIngredient> ingredients,
    String reasoning,
    String language,
    String detectedLanguage,
    boolean listFound,
    boolean truncated,
    boolean complete) {

  /// Copies the list.
  public Explanation {
    ingredients = List.copyOf(ingredients);
  }

  /// Whether the food is vegan; empty when that cannot be said.
  public Optional<Boolean> isVegan() {
    return switch (status) {
      case VEGAN -> Optional.of(true);
      case NON_VEGAN -> Optional.of(false);
      case MAYBE_VEGAN, UNKNOWN -> Optional.empty();
    };
  }

  /// The names of all contents, parts included, in reading order.
  public List<String> ingredientList() {
    var names = new ArrayList<String>(ingredients.size());
    for (AnalyzedIngredient ingredient : ingredients) {
      if (ingredient.isContent()) {
        names.add(ingredient.name());
      }
    }
    return List.copyOf(names);
  }

  /// The names of the contents with the status, each once.
  public List<String> contentsThatAre(Status wanted) {
    return names(ingredient -> ingredient.status() == wanted && ingredient.isContent());
  }

  /// The names of what the food may hold traces of, each once.
  public List<String> traceIngredients() {
    return names(ingredient -> ingredient.role() == Role.TRACE);
  }

  // A plain loop: most answers have none of most kinds.
  private List<String> names(Predicate<AnalyzedIngredient> wanted) {
    var names = new LinkedHashSet<String>();
    for (AnalyzedIngredient ingredient : ingredients) {
      if (wanted.test(ingredient)) {
        names.add(ingredient.name());
      }
    }
    return List.copyOf(names);
  }
}
