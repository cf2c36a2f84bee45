package koalens.operations.fly;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The keys that fly.toml may hold and what each wants, as flyctl's own structures say
/// (`fly-keys.json`, from superfly/flyctl of 2026-08-21).
final class FlyKeys {
  private FlyKeys() {}

  static JsonNode root() {
    try (InputStream in = FlyKeys.class.getResourceAsStream("fly-keys.json")) {
      if (in == null) {
        throw new IllegalStateException("fly-keys.json is missing from the build");
      }
      return new JsonMapper().readTree(in);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
