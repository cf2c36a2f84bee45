package koalens.backend.storage;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import koalens.backend.storage.DatabaseAddress.Host;

/// Reads a PostgreSQL address: `postgres://user:password@host:5432/database?sslmode=require`, with
/// `postgresql:` as well, several hosts, no host, and what must be encoded encoded with percent
/// signs. User and password end at the last `@`, so that a password with `/` or `@` in it works as
/// it is.
final class PostgresAddressParser {
  private static final Pattern SCHEME =
      Pattern.compile("(?i)postgres(?:ql)?(?:\\+[a-z0-9_]+)?:(?://)?");
  private static final Pattern HOST =
      Pattern.compile("(\\[[0-9A-Fa-f:.%]+]|[A-Za-z0-9._-]*)(?::([0-9]{1,5}))?");
  private static final int USUAL_PORT = 5432;

  private final String address;
  private final PostgresParameters parameters;

  PostgresAddressParser(String address, boolean jdbc) {
    this.address = address;
    this.parameters = new PostgresParameters(jdbc);
  }

  DatabaseAddress.PostgresServer parse() {
    Matcher scheme = SCHEME.matcher(address);
    if (!scheme.lookingAt()) {
      throw fault("must begin with postgres://, postgresql:// or jdbc:postgresql://");
    }
    String rest = address.substring(scheme.end());
    // As JDBC has it: without slashes there is only the database's name.
    if (!scheme.group().endsWith("/")) {
      rest = "/" + rest;
    }
    requireEncoded(rest);
    int question = rest.indexOf('?');
    parameters.read(question < 0 ? "" : rest.substring(question + 1));
    return server(question < 0 ? rest : rest.substring(0, question));
  }

  // Both end what comes before them, so that a password with one in it falls apart.
  private static void requireEncoded(String rest) {
    int question = rest.indexOf('?');
    boolean cut = question >= 0 && rest.indexOf('@', question) >= 0;
    if (cut || rest.indexOf('#') >= 0) {
      throw fault("has a ? or # in user or password: write ? as %3F and # as %23");
    }
  }

  private DatabaseAddress.PostgresServer server(String place) {
    int at = place.lastIndexOf('@');
    String who = place.substring(0, Math.max(at, 0));
    String where = place.substring(at + 1);
    int slash = where.indexOf('/');
    List<Host> hosts = hosts(slash < 0 ? where : where.substring(0, slash));
    String database = slash < 0 ? "" : where.substring(slash + 1);
    if (database.indexOf('/') >= 0) {
      throw fault("has more than one / after the host: the database's name comes last");
    }
    int colon = who.indexOf(':');
    Optional<String> user = said(colon < 0 ? who : who.substring(0, colon));
    Optional<String> password = said(colon < 0 ? "" : who.substring(colon + 1));
    return new DatabaseAddress.PostgresServer(
        hosts,
        said(database).or(() -> parameters.take("dbname")),
        user.or(() -> parameters.take("user")),
        password.or(() -> parameters.take("password")),
        parameters.properties(hosts.stream().anyMatch(PostgresAddressParser::isPooler)),
        parameters.connections());
  }

  // Where Supabase and others put the pooler that hands a connection on after each transaction, and
  // what Fly calls its host.
  private static boolean isPooler(Host host) {
    return host.port() == 6543 || host.port() == 6432 || host.name().startsWith("pgbouncer.");
  }

  private static Optional<String> said(String encoded) {
    return Optional.of(encoded).filter(text -> !text.isEmpty()).map(PercentEncoding::decoded);
  }

  private List<Host> hosts(String text) {
    String names = text.isEmpty() ? parameters.take("host").orElse("localhost") : text;
    String ports = parameters.take("port").orElse("");
    var hosts = new ArrayList<Host>();
    for (String one : PercentEncoding.decoded(names).split(",", -1)) {
      hosts.add(host(one, ports));
    }
    return hosts;
  }

  private static Host host(String text, String usual) {
    if (text.startsWith("/")) {
      throw fault("names a socket in the file system, which Java cannot open: name a host");
    }
    Matcher host = HOST.matcher(text);
    if (!host.matches()) {
      throw fault("has a host that cannot be one; encode / : @ in the password with %2F %3A %40");
    }
    String name = host.group(1).isEmpty() ? "localhost" : host.group(1);
    return new Host(name, port(Optional.ofNullable(host.group(2)).orElse(usual)));
  }

  private static int port(String text) {
    if (text.isEmpty()) {
      return USUAL_PORT;
    }
    int port = text.matches("[0-9]{1,5}") ? Integer.parseInt(text) : 0;
    if (port < 1 || port > 65_535) {
      throw fault("must have a port from 1 to 65535 after the host");
    }
    return port;
  }

  private static IllegalArgumentException fault(String mend) {
    return new IllegalArgumentException(mend);
  }
}
