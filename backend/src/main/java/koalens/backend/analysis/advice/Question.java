package koalens.backend.analysis.advice;

import java.util.List;
import java.util.Optional;
import koalens.engine.knowledge.Status;

/// What is put to a provider in one consultation.
sealed interface Question permits NameQuestion, PictureQuestion {
  /// Whether there is nothing to ask.
  boolean isEmpty();

  /// The names of ingredients in it, as printed on the label.
  List<String> printed();

  /// What the opinions come to, the engine aside: what the provider would answer alone.
  Optional<Status> verdict(Asked asked);

  /// What the worst of the opinions comes to: vegan only when they are on all of the list.
  static Status verdict(Status worst, boolean whole) {
    return worst == Status.VEGAN && !whole ? Status.UNKNOWN : worst;
  }
}
