package koalens.cli;

import static koalens.cli.CommandRun.run;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Map;
import koalens.backend.configure.Settings;
import koalens.server.KoalensServer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StagingCommandsTest {
  private static final Path ROOT = Path.of(System.getProperty("koalens.root", ".."));

  @TempDir private Path folder = Path.of(".");

  @Test
  void aServerOfOursPassesItsOwnValidation() throws IOException {
    try (KoalensServer server = serve()) {
      Path report = folder.resolve("report.xml");
      CommandRun run =
          run(
              "validate",
              "http://localhost:" + server.port(),
              "--environment",
              "development",
              "--origin",
              "https://koalens.example",
              "--junit",
              report.toString());
      assertThat(run.out()).doesNotContain("FAILED").contains(" 0 failed");
      assertThat(run.code()).isZero();
      assertThat(report).content().contains("failures=\"0\"");
    }
  }

  @Test
  void aStepThatFailsIsShownAsACurlLineAndByTheExitCode() throws IOException {
    Path steps =
        Files.writeString(
            folder.resolve("steps.yaml"),
            """
            steps:
              - name: milk is vegan
                request: POST /analyze-text
                json: {ingredients: [Mjölk]}
                expect: {status: 200, json: {/isVegan: true}}
            """);
    try (KoalensServer server = serve()) {
      CommandRun run =
          run("validate", "http://localhost:" + server.port(), "--steps", steps.toString());
      assertThat(run.code()).isEqualTo(1);
      assertThat(run.out())
          .contains("FAILED  milk is vegan: json /isVegan: wanted true, found false")
          .contains("curl -sS -i -X POST 'http://localhost:");
    }
  }

  @Test
  void refusesToDeployWhatFlyWouldSilentlyMisread() throws IOException {
    String right = Files.readString(ROOT.resolve("deploy/fly.staging.toml"));
    Path toml =
        Files.writeString(
            folder.resolve("fly.toml"), right.replace("[http_service]", "[http_servce]"));
    CommandRun run = run("deploy", "staging", "--config", toml.toString(), "--fly", "/nowhere/fly");
    assertThat(run.code()).isEqualTo(3);
    assertThat(run.out())
        .contains("there is no key http_servce; did you mean http_service?")
        .contains("nothing was deployed");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "deploy stagin                    | there is no deploy/fly.stagin.toml",
        "deploy                           | Missing required parameter",
        "deploy staging --dry-rum         | Unknown option",
        "promote                          | --because",
        "promote --decision /nowhere.json | /nowhere.json cannot be read",
        "promote --because=               | --because wants words"
      })
  void whatIsTypedWrongIsRefusedAndLooksLikeNoReleaseThatEnded(String typed, String message) {
    Path toml = ROOT.resolve("deploy/fly.production.toml");
    String whole = typed.startsWith("promote") ? typed + " --config=" + toml : typed;
    CommandRun run = run(whole.split(" ", -1));
    assertThat(run.code()).isEqualTo(3);
    assertThat(run.err()).contains(message);
  }

  @Test
  void aPlaceOfFiguresThatIsNoneIsWrongUsage() {
    CommandRun run = run("validate", "http://localhost:1", "--metrics", "nonsense");
    assertThat(run.code()).isEqualTo(2);
    assertThat(run.err()).contains("wants http://host:port/metrics, or private");
  }

  @Test
  void promotesNothingThatStagingDidNotValidate() {
    CommandRun run =
        run(
            "promote",
            "--because",
            "it is time",
            "--config",
            ROOT.resolve("deploy/fly.production.toml").toString(),
            "--state",
            folder.toString());
    assertThat(run.code()).isEqualTo(3);
    assertThat(run.out()).contains("staging has no validated release");
  }

  @Test
  void promotesNothingToAnAppWithoutADatabase() throws IOException {
    keepRelease();
    Path fly = Files.writeString(folder.resolve("fly"), "#!/bin/sh\necho '[]'\n");
    assertThat(fly.toFile().setExecutable(true)).isTrue();
    CommandRun run =
        run(
            "promote",
            "--because",
            "it is time",
            "--config",
            ROOT.resolve("deploy/fly.production.toml").toString(),
            "--fly",
            fly.toString(),
            "--state",
            folder.toString());
    assertThat(run.code()).isEqualTo(3);
    assertThat(run.out()).contains("DATABASE_URL is missing at Fly");
  }

  @Test
  void saysThatAPromotedProviderIsNotTheOneThatIsSet() throws IOException {
    keepRelease();
    Path decision =
        Files.writeString(
            folder.resolve("decision.json"),
            "{\"decision\":\"promote\",\"provider\":\"claude\",\"day\":\"%s\"}"
                .formatted(LocalDate.now(ZoneOffset.UTC)));
    CommandRun run =
        run(
            "promote",
            "--decision",
            decision.toString(),
            "--dry-run",
            "--config",
            ROOT.resolve("deploy/fly.production.toml").toString(),
            "--state",
            folder.toString());
    assertThat(run.code()).isZero();
    assertThat(run.out()).contains("it decided for claude, but AI_PROVIDER in ");
  }

  private void keepRelease() throws IOException {
    Files.createDirectories(folder.resolve("staging"));
    Files.writeString(
        folder.resolve("staging/1.json"),
        """
        {"id":"1","environment":"staging","who":"x","at":"2026-11-27T00:00:00Z","commit":"abc",
         "configHash":"1","image":"registry.example/app:git-abc","stage":"ENDED","ending":"KEPT",
         "notes":[]}
        """);
  }

  @Test
  void promotesNothingOnADecisionThatDoesNotAllowIt() throws IOException {
    Path decision =
        Files.writeString(
            folder.resolve("decision.json"),
            "{\"decision\":\"KEEP COLLECTING\",\"day\":\"2026-11-27\"}");
    keepRelease();
    Path toml = ROOT.resolve("deploy/fly.production.toml");
    CommandRun run =
        run(
            "promote",
            "--decision",
            decision.toString(),
            "--config",
            toml.toString(),
            "--state",
            folder.toString());
    assertThat(run.code()).isEqualTo(3);
    assertThat(run.out())
        .contains(
            "KEEP COLLECTING on calls until 2026-11-27 (sha256 ", "which allows no promotion");
  }

  @Test
  void secretsArePrintedByNameAlone() throws IOException {
    Path file = Files.writeString(folder.resolve("secrets"), "GEMINI_API_KEY=hush#hush\n");
    Path toml = ROOT.resolve("deploy/fly.staging.toml");
    CommandRun run =
        run(
            "secrets",
            "push",
            "staging",
            "--dry-run",
            "--file",
            file.toString(),
            "--config",
            toml.toString());
    assertThat(run.code()).isZero();
    assertThat(run.out()).contains("GEMINI_API_KEY").doesNotContain("hush");
  }

  @Test
  void theFilesMadeFromTheAlertsAreCurrent() {
    String file = ROOT.resolve("deploy/monitoring/staging-alerts.yaml").toString();
    assertThat(run("alerts", "--check", file).code()).isZero();
    assertThat(run("alerts", "--check", "--out", folder.toString(), file).out())
        .contains("is not current");
  }

  private KoalensServer serve() {
    return KoalensServer.start(
        Settings.read(
            Map.of(
                "PORT",
                "0",
                "HOST",
                "localhost",
                "DATA_DIR",
                folder.resolve("data").toString(),
                "CORS_ORIGIN",
                "https://koalens.example")));
  }
}
