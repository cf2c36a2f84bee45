package koalens.backend.analysis.advice;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import koalens.backend.provider.ProviderName;

/// Answers on ingredients, kept for a while: the same word stands on many packages. Bounded;
/// forgets what is asked least. Thread-safe.
final class OpinionCache {
  private final Cache<Key, Opinion> opinions;

  /// @param entries how many answers to keep at most, 0 for none
  /// @param life how long an answer is good
  OpinionCache(int entries, Duration life) {
    this.opinions = Caffeine.newBuilder().maximumSize(entries).expireAfterWrite(life).build();
  }

  /// Whose answer it is, to what.
  ///
  /// @param prompt the mark of the prompt and the answer's schema
  record Source(ProviderName provider, String model, String prompt) {}

  private record Key(String name, String language, Source source) {}

  /// What is known already of what the question asks.
  Map<String, Opinion> find(NameQuestion question, Source source) {
    var known = new LinkedHashMap<String, Opinion>();
    for (String name : question.names().keySet()) {
      Opinion opinion = opinions.getIfPresent(new Key(name, question.language(), source));
      if (opinion != null) {
        known.put(name, opinion);
      }
    }
    return known;
  }

  /// Keeps answers to the question.
  void keep(NameQuestion question, Source source, Map<String, Opinion> answers) {
    answers.forEach(
        (name, opinion) -> opinions.put(new Key(name, question.language(), source), opinion));
  }

  long size() {
    return opinions.estimatedSize();
  }
}
