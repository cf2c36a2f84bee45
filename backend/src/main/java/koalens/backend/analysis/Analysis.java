package koalens.backend.analysis;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import koalens.engine.knowledge.Status;
import koalens.engine.verdict.Policy;

/// A judgement with an id: the answer to one request.
///
/// @param id unique, ordered by time
/// @param at when it was asked
/// @param written what it says of the label
/// @param provenance who answered
/// @param knowledge the version of the knowledge it rests on
/// @param requestId the request it answers
/// @param durationMs how long the judgement took, in milliseconds, storing not counted
/// @param media what was read, when it was a photo or film
public record Analysis(
    String id,
    Instant at,
    WrittenExplanation written,
    Provenance provenance,
    String knowledge,
    String requestId,
    long durationMs,
    Optional<ReadMedia> media) {

  private Explanation explanation() {
    return written.explanation();
  }

  /// The verdict.
  public Status status() {
    return explanation().status();
  }

  /// Which doubts decided it.
  public Policy policy() {
    return explanation().policy();
  }

  /// Whether the label calls vegan what by its own list is not.
  public boolean claimContradicted() {
    return explanation().claimContradicted();
  }

  /// How much of the answer rests on exact knowledge, from 0 to 1.
  public double confidence() {
    return explanation().confidence();
  }

  /// Everything the label names, in reading order: look at the role.
  public List<AnalyzedIngredient> ingredients() {
    return explanation().ingredients();
  }

  /// One sentence that says what decided.
  public String reasoning() {
    return explanation().reasoning();
  }

  /// The language of the reasons.
  public String language() {
    return explanation().language();
  }

  /// The language of the label, `und` when none is recognised.
  public String detectedLanguage() {
    return explanation().detectedLanguage();
  }

  /// Whether the text holds an ingredient list.
  public boolean listFound() {
    return explanation().listFound();
  }

  /// Whether a limit cut the text.
  public boolean truncated() {
    return explanation().truncated();
  }

  /// False where there may be more of the list than was judged.
  public boolean complete() {
    return explanation().complete();
  }

  /// Whether the food is vegan; empty when that cannot be said.
  public Optional<Boolean> isVegan() {
    return explanation().isVegan();
  }

  /// The names of all contents, parts included, in reading order.
  public List<String> ingredientList() {
    return explanation().ingredientList();
  }

  /// The names of the contents with the status, each once.
  public List<String> contentsThatAre(Status wanted) {
    return explanation().contentsThatAre(wanted);
  }

  /// The names of what the food may hold traces of, each once.
  public List<String> traceIngredients() {
    return explanation().traceIngredients();
  }
}
