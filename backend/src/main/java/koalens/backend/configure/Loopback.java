package koalens.backend.configure;

import java.net.InetAddress;
import java.net.URI;
import java.util.Locale;

/// Tells addresses that lead back to this machine, by what is written: no name is looked up.
final class Loopback {
  private Loopback() {}

  static boolean isMeant(URI address) {
    String host = withoutRoot(address.getHost().toLowerCase(Locale.ROOT));
    return host.equals("localhost") || host.endsWith(".localhost") || isLiteral(host);
  }

  // `localhost.` is the same name, written to its end.
  private static String withoutRoot(String host) {
    return host.endsWith(".") ? host.substring(0, host.length() - 1) : host;
  }

  private static boolean isLiteral(String host) {
    try {
      InetAddress address = InetAddress.ofLiteral(host);
      return address.isLoopbackAddress() || address.isAnyLocalAddress();
    } catch (IllegalArgumentException e) {
      return false;
    }
  }
}
