package koalens.backend.analysis;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Supplier;
import koalens.engine.verdict.Judgement;
import koalens.engine.verdict.LabelOptions;

/// What the engine said of labels lately, in memory alone: the same foods are asked about over and
/// over. The same question has the same answer for as long as an engine lives, so what is kept
/// changes how soon an answer comes and nothing else. Who asked is not kept, nor anything a
/// provider said. Bounded; forgets what is asked least. Thread-safe.
final class KnownLabels {
  // What Java takes for objects around texts, roughly.
  private static final int A_LABEL = 400;
  private static final int AN_INGREDIENT = 300;

  private final KnownLabelOptions options;
  private final LongAdder met = new LongAdder();

  // Another one for each forgetting: what is being judged meanwhile comes into the old one.
  private volatile Optional<Cache<List<Object>, Known>> labels;

  KnownLabels(KnownLabelOptions options) {
    this.options = options;
    this.labels = empty(options);
  }

  private static Optional<Cache<List<Object>, Known>> empty(KnownLabelOptions options) {
    return options.bytes() == 0 ? Optional.empty() : Optional.of(cache(options));
  }

  private static Cache<List<Object>, Known> cache(KnownLabelOptions options) {
    return Caffeine.newBuilder()
        .maximumWeight(options.bytes())
        .weigher(KnownLabels::bytes)
        .expireAfterWrite(options.life())
        // Tidying up takes less than handing it to a thread.
        .executor(Runnable::run)
        .build();
  }

  /// What the engine makes of a label, alone.
  record Known(Judgement judgement, WrittenExplanation explanation) {}

  /// What is known of the label that the request asks about, found out when it is not known yet.
  Known of(AnalysisRequest request, Supplier<Known> judging) {
    return labels.map(kept -> of(request, judging, kept)).orElseGet(judging);
  }

  private Known of(
      AnalysisRequest request, Supplier<Known> judging, Cache<List<Object>, Known> labels) {
    List<Object> question = question(request);
    Known known = labels.getIfPresent(question);
    if (known == null) {
      // Two who ask at once both work: to wait for the other would take as long.
      known = judging.get();
      labels.put(question, known);
    } else {
      met.increment();
    }
    return known;
  }

  // Everything the answer depends on, but for the engine. A list, since Java makes a class for the
  // first hash of a record: a hundredth of a start.
  private static List<Object> question(AnalysisRequest request) {
    AnalysisRequest.Input input = request.input();
    LabelOptions options = request.options();
    return List.of(
        input instanceof AnalysisRequest.Ingredients list ? list.ingredients() : input.labelText(),
        input.trust(),
        request.language(),
        options.language().orElse(""),
        options.policy());
  }

  /// How many are kept.
  long size() {
    return labels.map(Cache::estimatedSize).orElse(0L);
  }

  /// How often one that was asked about was there.
  long met() {
    return met.sum();
  }

  /// Forgets all of them.
  void clear() {
    labels = empty(options);
  }

  private static int bytes(List<Object> question, Known known) {
    WrittenExplanation written = known.explanation();
    long texts = 2L * String.valueOf(question.getFirst()).length() + written.json().length();
    long objects = (long) AN_INGREDIENT * written.explanation().ingredients().size();
    return (int) Math.min(A_LABEL + texts + objects, Integer.MAX_VALUE);
  }
}
