package koalens.cli;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Optional;

/// Reads addresses that people type.
final class WebAddress {
  private WebAddress() {}

  /// An address with a host, of http or https; none when it is anything else.
  static Optional<URI> parse(String text) {
    try {
      URI address = new URI(text);
      boolean web = "http".equals(address.getScheme()) || "https".equals(address.getScheme());
      return web && address.getHost() != null ? Optional.of(address) : Optional.empty();
    } catch (URISyntaxException e) {
      return Optional.empty();
    }
  }
}
