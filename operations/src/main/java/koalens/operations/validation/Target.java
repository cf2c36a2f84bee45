package koalens.operations.validation;

import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.Set;

/// The server under test and how patiently it is asked.
///
/// @param base where it listens, for example `https://koalens-backend-staging.fly.dev`
/// @param variables values for `${names}` in steps; a step whose variable has none is skipped
/// @param secrets the names of variables that no report may show
/// @param timeout the longest wait for one answer
/// @param boot how long a patient step is tried again while a machine boots
/// @param retries how often any other request is sent again when the connection fails or a proxy
///   says 502, 503 or 504
public record Target(
    URI base,
    Map<String, String> variables,
    Set<String> secrets,
    Duration timeout,
    Duration boot,
    int retries) {

  /// Copies, and requires an address with a host.
  ///
  /// @throws IllegalArgumentException when the address is not http or https with a host
  public Target {
    boolean web = "http".equals(base.getScheme()) || "https".equals(base.getScheme());
    if (!web || base.getHost() == null) {
      throw new IllegalArgumentException(
          "the address wants the form https://host or http://host:port");
    }
    variables = Map.copyOf(variables);
    secrets = Set.copyOf(secrets);
  }

  boolean isTls() {
    return "https".equals(base.getScheme());
  }

  String address(String target) {
    String root = base.toString();
    return target.startsWith("/")
        ? (root.endsWith("/") ? root.substring(0, root.length() - 1) : root) + target
        : target;
  }
}
