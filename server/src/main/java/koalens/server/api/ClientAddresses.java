package koalens.server.api;

import io.helidon.http.HeaderName;
import io.helidon.http.HeaderNames;
import io.helidon.webserver.http.ServerRequest;
import java.net.InetAddress;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import koalens.backend.configure.AddressRange;

/// Tells where a request comes from: the peer of the connection, or whom a trusted proxy passes on.
/// Immutable.
final class ClientAddresses {
  // What a provider gives to one customer.
  private static final int IPV6_NETWORK_BYTES = 8;

  private final List<AddressRange> proxies;
  private final HeaderName header;

  /// @param proxies whose word is taken
  /// @param header what they give it in
  ClientAddresses(List<AddressRange> proxies, String header) {
    this.proxies = List.copyOf(proxies);
    this.header = HeaderNames.create(header);
  }

  /// What stands for the caller in counts; empty for a program on this machine, which no count
  /// holds back.
  Optional<String> countedAs(ServerRequest request) {
    InetAddress peer = AddressRange.address(bare(request.remotePeer().host()));
    InetAddress client = isTrusted(peer) ? passedOn(request, peer) : peer;
    return client.isLoopbackAddress() ? Optional.empty() : Optional.of(network(client));
  }

  // The last one that no trusted proxy has written is the first that can be believed.
  private InetAddress passedOn(ServerRequest request, InetAddress peer) {
    InetAddress client = peer;
    String hops = String.join(",", request.headers().all(header, List::of));
    for (String hop : List.of(hops.split(",", -1)).reversed()) {
      try {
        client = AddressRange.address(bare(hop.strip()));
      } catch (IllegalArgumentException e) {
        return client;
      }
      if (!isTrusted(client)) {
        return client;
      }
    }
    return client;
  }

  private boolean isTrusted(InetAddress address) {
    return proxies.stream().anyMatch(range -> range.contains(address));
  }

  // Without brackets, port and zone.
  private static String bare(String address) {
    String text = address.startsWith("[") ? address.substring(1).split("]", -1)[0] : address;
    int zone = text.indexOf('%');
    boolean hasPort = text.indexOf(':') == text.lastIndexOf(':') && text.contains(".");
    String host = hasPort ? text.split(":", -1)[0] : text;
    return zone < 0 ? host : text.substring(0, zone);
  }

  private static String network(InetAddress address) {
    byte[] octets = address.getAddress();
    int length = octets.length == 4 ? 4 : IPV6_NETWORK_BYTES;
    return HexFormat.of().formatHex(octets, 0, length);
  }
}
