package koalens.backend.provider.wire;

import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/// An answer over HTTP, read to its end.
///
/// @param status the status
/// @param headers the headers by their names in lower case; of several of a name, the first
/// @param body the body, UTF-8
/// @param timeToFirstByte from sending to the headers
public record HttpAnswer(
    int status, Map<String, String> headers, String body, Duration timeToFirstByte) {

  /// Copies the map.
  public HttpAnswer {
    headers = Map.copyOf(headers);
  }

  /// Headers as an answer holds them.
  ///
  /// @param names the names as they came
  /// @param values the values of a name, at least one
  public static Map<String, String> headers(
      Collection<String> names, Function<String, List<String>> values) {
    return names.stream()
        .collect(
            Collectors.toMap(
                name -> name.toLowerCase(Locale.ROOT),
                name -> values.apply(name).getFirst(),
                (first, _) -> first));
  }

  /// A header.
  ///
  /// @param name in lower case
  public Optional<String> header(String name) {
    return Optional.ofNullable(headers.get(name));
  }

  /// Whether the status says it went well.
  public boolean isOk() {
    return status / 100 == 2;
  }
}
