package koalens.operations.release;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/// The workflow that takes a push to production.
class WorkflowTest {
  private static final Path ROOT = Path.of(System.getProperty("koalens.root", ".."));

  @Test
  void eachDeploymentLeavesItsRecordsToTheNextRun() throws IOException {
    for (String environment : List.of("staging", "production")) {
      List<JsonNode> saves = steps(environment, "actions/cache/save").toList();
      assertThat(saves).hasSize(1);
      JsonNode save = saves.getFirst();
      assertThat(save.path("if").asString("")).isEqualTo("always()");
      assertThat(save.at("/with/path").asString("")).isEqualTo(".koalens/releases/" + environment);
      assertThat(save.at("/with/key").asString("")).contains("run_id", "run_attempt");
      assertThat(steps(environment, "actions/cache/restore"))
          .filteredOn(step -> step.at("/with/path").equals(save.at("/with/path")))
          .singleElement()
          .matches(step -> step.at("/with/key").equals(save.at("/with/key")))
          .matches(step ->
              step.at("/with/restore-keys")
                  .asString("")
                  .equals("releases-%s-".formatted(environment)));
    }
  }

  @Test
  void nothingButWhatThisRunValidatedIsPromoted() throws IOException {
    assertThat(steps("production", "actions/cache/restore"))
        .filteredOn(step -> step.at("/with/path").asString("").endsWith("/staging"))
        .singleElement()
        .matches(step -> step.at("/with/fail-on-cache-miss").asBoolean(false))
        .matches(step -> step.at("/with/restore-keys").asString("").contains("github.run_id"));
  }

  @Test
  void whatHoldsTheTokenOfFlyIsPinned() throws IOException {
    for (String environment : List.of("staging", "production")) {
      assertThat(steps(environment, "superfly/"))
          .singleElement()
          .matches(step -> step.path("uses").asString("").matches(".*@[0-9a-f]{40}"))
          .matches(step -> step.at("/with/version").asString("").matches("\\d+\\.\\d+\\.\\d+"));
    }
  }

  private static Stream<JsonNode> steps(String job, String uses) throws IOException {
    String text = Files.readString(ROOT.resolve(".github/workflows/staging.yml"));
    return new YAMLMapper()
        .readTree(text)
        .at("/jobs/" + job + "/steps")
        .valueStream()
        .filter(step -> step.path("uses").asString("").startsWith(uses));
  }
}
