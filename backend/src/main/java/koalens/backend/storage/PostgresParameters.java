package koalens.backend.storage;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.postgresql.PGProperty;

/// What follows the `?` of a PostgreSQL address, under the names of libpq (sslmode,
/// connect_timeout), of the JDBC driver (ApplicationName) or of the services and tools that hand
/// addresses out (pgbouncer, connection_limit, schema).
final class PostgresParameters {
  private static final Map<String, String> DRIVER_NAMES =
      Map.ofEntries(
          Map.entry("connect_timeout", "connectTimeout"),
          Map.entry("socket_timeout", "socketTimeout"),
          Map.entry("application_name", "ApplicationName"),
          Map.entry("channel_binding", "channelBinding"),
          Map.entry("gssencmode", "gssEncMode"),
          Map.entry("sslnegotiation", "sslNegotiation"),
          Map.entry("schema", "currentSchema"),
          Map.entry("search_path", "currentSchema"));
  private static final Map<String, String> SERVER_TYPES =
      Map.of(
          "any", "any",
          "read-write", "primary",
          "primary", "primary",
          "read-only", "secondary",
          "standby", "secondary",
          "prefer-standby", "preferSecondary");
  private static final Set<String> SSL_MODES =
      Set.of("disable", "allow", "prefer", "require", "verify-ca", "verify-full");

  // They tune clients that are not this one.
  private static final Set<String> PASSED_OVER =
      Set.of("pool_timeout", "supa", "uselibpqcompat", "sslcompression", "keepalives_idle");

  private final boolean jdbc;
  private final Map<String, String> given = new HashMap<>();

  PostgresParameters(boolean jdbc) {
    this.jdbc = jdbc;
  }

  void read(String query) {
    for (String pair : query.split("&", -1)) {
      int equals = pair.indexOf('=');
      if (equals > 0) {
        given.put(
            PercentEncoding.decoded(pair.substring(0, equals)),
            PercentEncoding.decoded(pair.substring(equals + 1)));
      } else if (!pair.isEmpty()) {
        throw new IllegalArgumentException("must have name=value pairs after the ?");
      }
    }
  }

  /// What the address says under the name, which then counts as used.
  Optional<String> take(String name) {
    return Optional.ofNullable(given.remove(name)).filter(value -> !value.isEmpty());
  }

  OptionalInt connections() {
    Optional<String> limit = take("connection_limit");
    if (limit.isEmpty()) {
      return OptionalInt.empty();
    }
    if (!limit.get().matches("[1-9][0-9]{0,3}")) {
      throw new IllegalArgumentException("must have a connection_limit from 1 to 9999");
    }
    return OptionalInt.of(Integer.parseInt(limit.get()));
  }

  /// What the driver is told. Taken values are left out.
  ///
  /// @param pooler whether the server hands a connection on after each transaction
  Map<String, String> properties(boolean pooler) {
    var properties = new HashMap<String, String>();
    if (take("pgbouncer").map(Boolean::parseBoolean).orElse(pooler)) {
      properties.put("prepareThreshold", "0");
    }
    given.forEach((name, value) -> {
      if (!name.equals("connection_limit") && !PASSED_OVER.contains(name)) {
        add(name, value, properties);
      }
    });
    return properties;
  }

  private void add(String name, String value, Map<String, String> properties) {
    switch (name) {
      case "sslmode" -> properties.put("sslmode", sslMode(value));
      case "ssl" -> addSsl(value, properties);
      case "sslrootcert" -> addRoot(value, properties);
      case "target_session_attrs" -> properties.put("targetServerType", serverType(value));
      case "keepalives" -> properties.put("tcpKeepAlive", String.valueOf(value.equals("1")));
      default -> properties.put(driverName(name), value);
    }
  }

  // The JDBC driver means by ssl=true that the server's certificate is checked, libpq that it is
  // not.
  private void addSsl(String value, Map<String, String> properties) {
    if (value.equals("true") || value.equals("1") || value.isEmpty()) {
      properties.putIfAbsent("sslmode", jdbc ? "verify-full" : "require");
    }
  }

  private static void addRoot(String value, Map<String, String> properties) {
    if (value.equals("system")) {
      properties.put("sslfactory", "org.postgresql.ssl.DefaultJavaSSLFactory");
    } else {
      properties.put("sslrootcert", value);
    }
  }

  private static String sslMode(String value) {
    String mode = value.equals("no-verify") ? "require" : value;
    if (!SSL_MODES.contains(mode)) {
      throw new IllegalArgumentException(
          "must have as sslmode disable, allow, prefer, require, verify-ca or verify-full");
    }
    return mode;
  }

  private static String serverType(String value) {
    String type = SERVER_TYPES.get(value);
    if (type == null) {
      throw new IllegalArgumentException("has target_session_attrs with an unknown value");
    }
    return type;
  }

  private static String driverName(String name) {
    String driverName = DRIVER_NAMES.getOrDefault(name, name);
    if (PGProperty.forName(driverName) == null) {
      String shown = name.matches("[A-Za-z_]{1,40}") ? name : "a parameter";
      throw new IllegalArgumentException("has " + shown + " after the ?, which is not known");
    }
    return driverName;
  }
}
