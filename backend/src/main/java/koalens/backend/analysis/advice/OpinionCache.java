package koalens.backend.analysis.advice;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import koalens.backend.provider.ProviderName;

/// Answers on ingredients, kept for a while: the same words stand on many packages. Each is good
/// for the question it answered, since what else was in that may have swayed the model. Bounded;
/// forgets what is asked least. Thread-safe.
final class OpinionCache {
  private final Cache<Key, Map<String, Opinion>> answers;

  /// @param entries how many ingredients' answers to keep at most, 0 for none
  /// @param life how long an answer is good
  OpinionCache(int entries, Duration life) {
    this.answers =
        Caffeine.newBuilder()
            .maximumWeight(entries)
            .weigher((Key _, Map<String, Opinion> kept) -> Math.max(1, kept.size()))
            .expireAfterWrite(life)
            .build();
  }

  /// Whose answer it is, to what.
  ///
  /// @param prompt the mark of the prompt and the answer's schema
  record Source(ProviderName provider, String model, String prompt) {}

  private record Key(Set<String> names, String language, Source source) {}

  /// What is known already of what the question asks: where just that was asked before, else of
  /// each name asked alone, and of the others where they were asked together.
  Map<String, Opinion> find(NameQuestion question, Source source) {
    var known = new LinkedHashMap<>(find(question.names().keySet(), question, source));
    for (String name : question.without(known).names().keySet()) {
      known.putAll(find(Set.of(name), question, source));
    }
    known.putAll(find(question.without(known).names().keySet(), question, source));
    return known;
  }

  private Map<String, Opinion> find(Set<String> names, NameQuestion question, Source source) {
    Map<String, Opinion> kept = answers.getIfPresent(new Key(names, question.language(), source));
    return kept == null ? Map.of() : kept;
  }

  /// Keeps the answers to the question.
  void keep(NameQuestion question, Source source, Map<String, Opinion> opinions) {
    var key = new Key(Set.copyOf(question.names().keySet()), question.language(), source);
    answers.put(key, Map.copyOf(opinions));
  }

  /// How many ingredients' answers are kept.
  long size() {
    return answers.asMap().values().stream().mapToLong(Map::size).sum();
  }
}
