package koalens.cli;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/// Where a validation looks for a server's figures.
final class MetricsOption {
  private static final String PRIVATE = "private";
  private static final Map<String, String> APART = Map.of("metricsApart", "yes");

  @Option(
      names = "--metrics",
      paramLabel = "URL|private",
      description = {
        "Where figures are, if not public, or that they are where nobody here gets to: then",
        "/metrics of the server must not be."
      })
  private @Nullable String place;

  /// Values for the steps of a validation.
  ///
  /// @param apart whether the server gives its figures a port of their own
  Map<String, String> values(boolean apart) {
    if (place == null) {
      return apart ? APART : Map.of();
    }
    return PRIVATE.equals(place) ? APART : Map.of("metrics", place, "metricsApart", "yes");
  }
}
