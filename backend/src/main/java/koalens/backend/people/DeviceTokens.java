package koalens.backend.people;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.Base64;
import java.util.Optional;
import java.util.UUID;
import koalens.backend.analysis.LedgerException;

/// Tokens for devices that want a history without an account: 256 random bits each, of which only
/// the digest is kept. Thread-safe.
public final class DeviceTokens {
  private static final String PREFIX = "kld_";
  private static final int BYTES = 32;
  private static final SecureRandom RANDOM = new SecureRandom();

  private final DeviceStore store;
  private final Clock clock;

  // Who was known a while ago stays known while the database is gone; asked it is each time.
  private final Cache<String, Person> lastKnown =
      Caffeine.newBuilder().maximumSize(100_000).expireAfterWrite(Duration.ofHours(1)).build();

  /// Tokens kept in the store.
  public DeviceTokens(DeviceStore store, Clock clock) {
    this.store = store;
    this.clock = clock;
  }

  /// A new token, for a device that is nobody yet. It cannot be shown again.
  ///
  /// @throws LedgerException when it could not be kept
  public String issue() {
    var bytes = new byte[BYTES];
    RANDOM.nextBytes(bytes);
    String token = PREFIX + Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    store.add(
        Person.device(UUID.randomUUID().toString()), TokenDigest.of(token).hex(), clock.instant());
    return token;
  }

  static boolean isOne(String token) {
    return token.startsWith(PREFIX);
  }

  Optional<Person> find(String token) {
    String hash = TokenDigest.of(token).hex();
    try {
      Optional<Person> found = store.find(hash);
      found.ifPresentOrElse(
          person -> lastKnown.put(hash, person), () -> lastKnown.invalidate(hash));
      return found;
    } catch (LedgerException e) {
      Person known = lastKnown.getIfPresent(hash);
      if (known == null) {
        throw e;
      }
      return Optional.of(known);
    }
  }
}
