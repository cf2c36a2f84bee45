package koalens.server.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;
import java.util.regex.Pattern;
import koalens.backend.configure.Application;
import koalens.backend.configure.Environment;
import koalens.backend.configure.Settings;
import koalens.server.TestServer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.JsonNode;

class ContractTest {
  private static final Path PAGE =
      Path.of(System.getProperty("koalens.root", "..")).resolve("docs/reference/http.md");
  private static final Pattern ROUTE = Pattern.compile("`((?:GET|POST|DELETE) /[^`?]*)[^`]*`");

  @ParameterizedTest
  @EnumSource(Environment.class)
  void listsExactlyTheRoutesServed(Environment environment, @TempDir Path folder)
      throws IOException {
    var written = new TreeSet<String>();
    JsonNode paths;
    try (TestServer server = TestServer.start()) {
      paths = TestServer.json(server.get("/openapi.json")).get("paths");
    }
    paths
        .properties()
        .forEach(path ->
            path.getValue()
                .propertyNames()
                .forEach(
                    method -> written.add(method.toUpperCase(Locale.ROOT) + " " + path.getKey())));
    var served = new TreeSet<String>();
    Settings settings =
        Settings.read(Map.of("DATA_DIR", folder.toString(), "APP_ENV", environment.word()));
    try (Application application = Application.open(settings);
        Api api = Api.of(application, () -> false)) {
      api.routes().forEach(route -> served.add(route.method() + " " + route.path()));
    }
    assertThat(written).isEqualTo(served);
    var described = new TreeSet<String>();
    ROUTE.matcher(Files.readString(PAGE)).results().forEach(one -> described.add(one.group(1)));
    assertThat(described).isEqualTo(served);
  }

  @Test
  void answersHealthWithExactlyTheseBytes() {
    try (TestServer server = TestServer.start()) {
      assertThat(server.get("/health").body()).isEqualTo("{\"status\":\"ok\"}");
    }
  }
}
