package koalens.backend.people;

import io.github.bucket4j.Bucket;

/// Keeps how many requests came from whom. Thread-safe.
public interface RateStore {
  /// What holds the requests that somebody may still make.
  ///
  /// @param key who: an address or a person
  Bucket bucket(String key);
}
