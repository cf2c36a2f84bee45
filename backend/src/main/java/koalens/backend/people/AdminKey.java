package koalens.backend.people;

import java.security.MessageDigest;

/// The key that operators show. Holds its digest alone; comparing takes as long for a key that is
/// nearly right as for any other.
public final class AdminKey {
  private final TokenDigest digest;

  /// @param key the key itself
  public AdminKey(String key) {
    this.digest = TokenDigest.of(key);
  }

  boolean matches(String shown) {
    return MessageDigest.isEqual(digest.octets(), TokenDigest.of(shown).octets());
  }
}
