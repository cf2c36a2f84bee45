package koalens.backend.configure;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import koalens.backend.people.JwtSettings;

/// Who may call, how much, and what is kept of them.
///
/// @param issuer whose tokens are taken beside our own, when somebody's are
/// @param adminKey what operators show, when there are operators
/// @param anonymous whether callers without a token get analyses
/// @param analysesAMonth how many a person may have in a calendar month; 0 for no limit
/// @param requestsAMinute how many requests an address, and a person, may make; 0 for no limit
/// @param devicesADay how many devices an address may register; 0 for no limit
/// @param trustedProxies addresses whose word is taken on whom they pass on
/// @param addressHeader the header in which they name whom they pass on
/// @param retention how old an analysis may become, when there is an age
public record PeopleSettings(
    Optional<JwtSettings> issuer,
    Optional<Secret> adminKey,
    Anonymous anonymous,
    int analysesAMonth,
    int requestsAMinute,
    int devicesADay,
    List<AddressRange> trustedProxies,
    String addressHeader,
    Optional<Duration> retention) {

  /// Whether callers without a token get analyses.
  public enum Anonymous {
    /// They do.
    ALLOWED,
    /// They get a token first.
    REFUSED
  }

  /// Copies the list.
  public PeopleSettings {
    trustedProxies = List.copyOf(trustedProxies);
  }
}
