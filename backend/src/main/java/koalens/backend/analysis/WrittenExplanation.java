package koalens.backend.analysis;

import org.jspecify.annotations.Nullable;

/// An explanation, and what of its JSON is the same in every answer: written when it is first
/// wanted, then copied. Thread-safe.
public final class WrittenExplanation {
  private final Explanation explanation;
  private volatile @Nullable ExplanationJson json;

  /// An explanation of which nothing is written yet.
  public WrittenExplanation(Explanation explanation) {
    this.explanation = explanation;
  }

  /// What it says.
  public Explanation explanation() {
    return explanation;
  }

  // Two threads that come at once write the same.
  ExplanationJson json() {
    ExplanationJson written = json;
    if (written == null) {
      written = ExplanationJson.of(explanation);
      json = written;
    }
    return written;
  }
}
