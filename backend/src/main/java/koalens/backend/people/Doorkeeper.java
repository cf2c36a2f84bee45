package koalens.backend.people;

import java.util.Locale;
import java.util.Optional;

/// Tells who makes a request by its `Authorization` header. Thread-safe.
public final class Doorkeeper {
  private static final String BEARER = "bearer ";

  private final DeviceTokens devices;
  private final Optional<TokenIssuer> issuer;
  private final Optional<AdminKey> adminKey;

  /// @param devices the tokens given out here
  /// @param issuer who else gives out tokens, when somebody does
  /// @param adminKey what an operator shows, when there are operators
  public Doorkeeper(
      DeviceTokens devices, Optional<TokenIssuer> issuer, Optional<AdminKey> adminKey) {
    this.devices = devices;
    this.issuer = issuer;
    this.adminKey = adminKey;
  }

  /// Who shows the header.
  ///
  /// @param authorization the value of the header, when there is one
  /// @throws NotAdmittedException when it proves nothing
  /// @throws koalens.backend.analysis.LedgerException when the database cannot say
  public Caller admit(Optional<String> authorization) {
    return authorization.map(this::admit).orElseGet(Caller.Anonymous::new);
  }

  private Caller admit(String authorization) {
    if (!authorization.toLowerCase(Locale.ROOT).startsWith(BEARER)) {
      throw new NotAdmittedException("the Authorization header must be Bearer and a token");
    }
    String token = authorization.substring(BEARER.length()).strip();
    if (adminKey.map(key -> key.matches(token)).orElse(false)) {
      return new Caller.Operator();
    }
    return new Caller.Known(DeviceTokens.isOne(token) ? device(token) : user(token));
  }

  private Person device(String token) {
    return devices
        .find(token)
        .orElseThrow(() -> new NotAdmittedException("no device has this token: get a new one"));
  }

  private Person user(String token) {
    return issuer
        .orElseThrow(() -> new NotAdmittedException("this is no token that this server gave out"))
        .verify(token);
  }
}
