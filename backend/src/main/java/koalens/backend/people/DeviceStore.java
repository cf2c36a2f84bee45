package koalens.backend.people;

import java.time.Instant;
import java.util.Optional;

/// Keeps which device has which token. Thread-safe.
///
/// Every method throws [koalens.backend.analysis.LedgerException] when the database cannot be
/// asked.
public interface DeviceStore {
  /// Adds a device.
  ///
  /// @param tokenHash the SHA-256 of its token: the token itself is nobody's to keep
  void add(Person person, String tokenHash, Instant at);

  /// The device whose token has the hash.
  Optional<Person> find(String tokenHash);
}
