package koalens.operations.fly;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FlyConfigTest {
  private static final Path ROOT = Path.of(System.getProperty("koalens.root", ".."));

  @TempDir private Path folder = Path.of(".");

  @ParameterizedTest
  @ValueSource(strings = {"fly.staging.toml", "fly.production.toml"})
  void findsNothingWrongWithOurOwn(String name) throws IOException {
    assertThat(FlyConfig.read(ROOT.resolve("deploy").resolve(name)).faults()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "[http_service]           | [http_servce]            | did you mean http_service?",
        "internal_port = 8080     | internal_prot = 8080     | did you mean internal_port?",
        "internal_port = 8080     | internal_port = \"8080\" | internal_port wants a whole number",
        "internal_port = 8080     | internal_port = 9090     | listens on env.PORT 8080",
        "strategy = \"bluegreen\" | strategy = \"blue\"      | wants one of canary, rolling",
        "kill_timeout = \"30s\"   | kill_timeout = \"soon\"  | kill_timeout wants a time",
        "PORT = \"8080\"          | PORT = 8080              | env wants texts in quotes",
        "LOG_LEVEL = \"debug\"    | FLY_REGION = \"arn\"     | names that begin with FLY_",
        "LOG_LEVEL = \"debug\"    | GEMINI_API_KEY = \"x\"   | is a secret",
        "memory = \"1gb\"         | memory = \"256mb\"       | Java needs 512",
        "primary_region = \"arn\" | # none                   | primary_region is missing",
        "kill_timeout = \"30s\"   | # none                   | kill_timeout is missing",
        "TRUSTED_PROXIES =        | TRUSTED_NOBODY =         | count as Fly's proxy",
        "\"Fly-Client-IP\"        | \"X-Forwarded-For\"      | must be \"Fly-Client-IP\"",
        "port = 9091              | port = 9090              | no [[metrics]] has port = 9091",
        "PORT = \"9091\"          | PORT = \"8080\"          | cannot listen on it twice",
        "dockerfile = \"../Dockerfile\" | dockerfile = \"Dockerfile\" | is not there",
        "[[vm]]                   | [vm                      | is not TOML"
      })
  void aFaultNamesTheLineTheKeyAndTheMend(String right, String wrong, String message)
      throws IOException {
    String text = Files.readString(ROOT.resolve("deploy/fly.staging.toml"));
    assertThat(text).contains(right);
    FlyConfig config = config(text.replaceFirst(java.util.regex.Pattern.quote(right), wrong));
    assertThat(config.faults())
        .extracting(fault -> fault.text("fly.toml"))
        .anyMatch(fault -> fault.startsWith("fly.toml") && fault.contains(message));
  }

  @Test
  void refusesBluegreenWithoutACheckOrWithAVolume() throws IOException {
    String text =
        """
        app = "a"
        primary_region = "arn"
        kill_timeout = "30s"
        [deploy]
        strategy = "bluegreen"
        [http_service]
        internal_port = 8080
        [[mounts]]
        source = "data"
        destination = "/data"
        [[vm]]
        memory = "1gb"
        """;
    assertThat(config(text).faults())
        .extracting(ConfigFault::message)
        .anyMatch(fault -> fault.contains("needs at least one check"))
        .anyMatch(fault -> fault.contains("refused together with mounts"));
  }

  @ParameterizedTest
  @CsvSource({
    "'', DATABASE_URL",
    "'[[mounts]]\nsource = \"data\"', ''",
    "'[[mounts]]\nsource = \"data\"\n[http_service]\nmin_machines_running = 2', DATABASE_URL",
    "'[env]\nAI_PROVIDER = \"claude\"', ANTHROPIC_API_KEY DATABASE_URL",
    "'[env]\nENABLE_AB_TEST = \"true\"', ANTHROPIC_API_KEY DATABASE_URL GEMINI_API_KEY"
  })
  void impliesTheSecretsWithoutWhichDataWouldBeLostOrNothingStart(String text, String names)
      throws IOException {
    assertThat(String.join(" ", config(text).impliedSecrets())).isEqualTo(names);
  }

  @Test
  void readsAnyBytesOrSaysWhatIsWrong() throws IOException {
    var random = new Random(7);
    String text = Files.readString(ROOT.resolve("deploy/fly.staging.toml"));
    for (int round = 0; round < 300; round++) {
      var broken = new StringBuilder(text);
      for (int change = random.nextInt(8); change >= 0; change--) {
        int place = random.nextInt(broken.length());
        broken.replace(place, Math.min(place + random.nextInt(4), broken.length()), noise(random));
      }
      assertThat(config(broken.toString()).faults()).isNotNull();
    }
  }

  private static String noise(Random random) {
    return "[]=\"'\n{}.,#a1\u0000å".charAt(random.nextInt(15)) + "";
  }

  private FlyConfig config(String text) throws IOException {
    return FlyConfig.read(Files.writeString(folder.resolve("fly.toml"), text));
  }
}
