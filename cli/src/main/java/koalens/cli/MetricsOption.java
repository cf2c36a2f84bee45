package koalens.cli;

import java.net.URI;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Option;
import picocli.CommandLine.TypeConversionException;

/// Where a validation looks for a server's figures.
final class MetricsOption {
  private static final URI PRIVATE = URI.create("private");
  private static final Map<String, String> APART = Map.of("metricsApart", "yes");

  @Option(
      names = "--metrics",
      paramLabel = "URL|private",
      converter = Place.class,
      description = {
        "Where figures are, if not public, or that they are where nobody here gets to: then",
        "/metrics of the server must not be."
      })
  private @Nullable URI place;

  /// Values for the steps of a validation.
  ///
  /// @param apart whether the server gives its figures a port of their own
  Map<String, String> values(boolean apart) {
    if (place == null) {
      return apart ? APART : Map.of();
    }
    return PRIVATE.equals(place)
        ? APART
        : Map.of("metrics", place.toString(), "metricsApart", "yes");
  }

  /// Takes an address, or `private`.
  static final class Place implements ITypeConverter<URI> {
    @Override
    public URI convert(String text) {
      return text.equals(PRIVATE.toString())
          ? PRIVATE
          : WebAddress.parse(text)
              .orElseThrow(
                  () -> new TypeConversionException("wants http://host:port/metrics, or private"));
    }
  }
}
