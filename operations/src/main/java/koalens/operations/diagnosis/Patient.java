package koalens.operations.diagnosis;

import java.net.URI;
import java.util.Optional;

/// What is looked at. Immutable.
///
/// @param server where the server listens
/// @param commit the commit that should answer, whole or its beginning
/// @param origin the page's origin, which should be let in
/// @param metrics where its figures are; `/metrics` of the server when not said
/// @param prometheus where the Prometheus that watches it is
/// @param alertmanager where its Alertmanager is
public record Patient(
    URI server,
    Optional<String> commit,
    Optional<String> origin,
    Optional<URI> metrics,
    Optional<URI> prometheus,
    Optional<URI> alertmanager) {
  private static final String FLY = ".fly.dev";

  /// A command that prints the server's log, a JSON object a line. At Fly it is in no file.
  String logs() {
    String host = String.valueOf(server.getHost());
    return host.endsWith(FLY)
        ? "fly logs -a %s --no-tail --json | jq -c '.message | fromjson?'"
            .formatted(host.substring(0, host.length() - FLY.length()))
        : "jq -Rc 'fromjson?' combined.log";
  }

  String at(String path) {
    String root = server.toString();
    return (root.endsWith("/") ? root.substring(0, root.length() - 1) : root) + path;
  }
}
