package koalens.emulator.gemini;

import java.util.Optional;
import koalens.emulator.wire.FailedCall;
import koalens.emulator.wire.Request;

/// Turns away requests without a key, or with a wrong one.
final class GeminiAccess {
  private GeminiAccess() {}

  /// Checks the key. Any key is good that does not begin with `invalid`. Later pieces of an upload
  /// need none: their address is the key.
  ///
  /// @throws FailedCall when the API would not look at the request
  static void check(Request request) {
    Optional<String> key =
        request
            .header("x-goog-api-key")
            .or(() -> Optional.ofNullable(request.query().get("key")))
            .filter(value -> !value.isBlank());
    if (key.isEmpty() && !request.query().containsKey("upload_id")) {
      throw new FailedCall(
          GeminiErrors.error(
              403,
              "PERMISSION_DENIED",
              "Method doesn't allow unregistered callers (callers without established identity)."
                  + " Please use API Key or other form of API consumer identity to call this"
                  + " API."));
    }
    if (key.orElse("").startsWith("invalid")) {
      throw new FailedCall(GeminiErrors.invalidKey());
    }
  }
}
