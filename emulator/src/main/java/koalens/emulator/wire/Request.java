package koalens.emulator.wire;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// A request, wholly read.
///
/// @param method such as `POST`
/// @param path decoded, without the query
/// @param query names and their first values, decoded
/// @param headers names in lower case and their first values
/// @param body what was sent; nothing when it was too large
/// @param tooLarge whether the body had more bytes than this API takes
/// @param baseUrl the address the caller used, such as `http://localhost:9000`
public record Request(
    String method,
    String path,
    Map<String, String> query,
    Map<String, String> headers,
    Content body,
    boolean tooLarge,
    String baseUrl) {

  /// Copies the maps.
  public Request {
    query = Map.copyOf(query);
    headers = Map.copyOf(headers);
  }

  /// The header of this name, in any case.
  public Optional<String> header(String name) {
    return Optional.ofNullable(headers.get(name.toLowerCase(Locale.ROOT)));
  }
}
