package koalens.backend.storage;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/// Where a database lies and how to reach it. Immutable; never prints a password.
public sealed interface DatabaseAddress {
  /// A file on this machine.
  record SqliteFile(Path file) implements DatabaseAddress {}

  /// A PostgreSQL server, or several of which one answers.
  ///
  /// @param hosts where to try, in this order
  /// @param database its name; when not said, the driver takes the user's
  /// @param user who connects; when not said, the driver takes the user of this process
  /// @param password what the user proves it with
  /// @param properties what else the driver is told, by its own names
  /// @param connections how many connections at most, when said
  record PostgresServer(
      List<Host> hosts,
      Optional<String> database,
      Optional<String> user,
      Optional<String> password,
      Map<String, String> properties,
      OptionalInt connections)
      implements DatabaseAddress {

    /// Copies list and map.
    public PostgresServer {
      hosts = List.copyOf(hosts);
      properties = Map.copyOf(properties);
    }

    /// Names hosts and database alone.
    @Override
    public String toString() {
      return "PostgresServer[" + hosts + ", " + database.orElse("") + "]";
    }
  }

  /// A machine and the port to try on it.
  record Host(String name, int port) {}

  /// Reads what people paste: `sqlite:path/to/file`, with `jdbc:` before it or not, and every form
  /// of a PostgreSQL address that libpq, its drivers and hosting services hand out.
  ///
  /// @throws IllegalArgumentException when it cannot be used; the message says what to mend and
  ///   holds nothing of a password
  static DatabaseAddress of(String text) {
    String bare = unquoted(text.strip());
    String address = bare.regionMatches(true, 0, "jdbc:", 0, 5) ? bare.substring(5) : bare;
    if (address.toLowerCase(Locale.ROOT).startsWith("postgres")) {
      return new PostgresAddressParser(address, address.length() < bare.length()).parse();
    }
    if (address.startsWith("sqlite:") && address.length() > "sqlite:".length()) {
      return sqlite(address.substring("sqlite:".length()));
    }
    throw new IllegalArgumentException(
        "must have the form sqlite:path/to/file or postgres://user:password@host:5432/database");
  }

  private static String unquoted(String text) {
    boolean quoted =
        text.length() > 1
            && (text.startsWith("\"") || text.startsWith("'"))
            && text.endsWith(text.substring(0, 1));
    return quoted ? text.substring(1, text.length() - 1) : text;
  }

  private static DatabaseAddress sqlite(String file) {
    try {
      return new SqliteFile(Path.of(file));
    } catch (InvalidPathException e) {
      throw new IllegalArgumentException("must name a path on this machine after sqlite:");
    }
  }
}
