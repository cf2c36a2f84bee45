package koalens.emulator.anthropic;

import static koalens.emulator.anthropic.AnthropicErrors.invalid;

import java.util.Optional;
import koalens.emulator.wire.FailedCall;
import koalens.emulator.wire.Request;

/// Turns away requests by their headers.
final class AnthropicAccess {
  private AnthropicAccess() {}

  /// Checks key, version and content type. Any key is good that does not begin with `invalid`.
  ///
  /// @throws FailedCall when the API would not look at the request
  static void check(Request request) {
    Optional<String> key = request.header("x-api-key").filter(value -> !value.isBlank());
    Optional<String> token = request.header("authorization");
    if (key.isEmpty() && token.isEmpty()) {
      throw refused("x-api-key header is required");
    }
    if (key.isPresent() && token.isPresent()) {
      throw refused("only one of x-api-key and authorization may be sent");
    }
    if (key.or(() -> token).orElse("").replace("Bearer ", "").startsWith("invalid")) {
      throw refused("invalid x-api-key");
    }
    if (request.header("anthropic-version").isEmpty()) {
      throw invalid("anthropic-version: header is required");
    }
    if (request.method().equals("POST") && !isJson(request)) {
      throw invalid("content-type: must be application/json");
    }
  }

  private static boolean isJson(Request request) {
    return request.header("content-type").orElse("").startsWith("application/json");
  }

  private static FailedCall refused(String message) {
    return new FailedCall(AnthropicErrors.error(401, "authentication_error", message));
  }
}
