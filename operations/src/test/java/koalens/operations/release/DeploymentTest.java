package koalens.operations.release;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import koalens.operations.fly.Fly;
import koalens.operations.fly.FlyConfig;
import koalens.operations.validation.Suite;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DeploymentTest {
  private static final String STEPS =
      """
      steps:
        - name: health answers ok
          request: GET /health
          expect: {status: 200, json: {/status: ok}}
      """;

  @TempDir private Path folder = Path.of(".");
  private Optional<World> world = Optional.empty();
  private String settings = "app = \"koalens\"\n";

  @BeforeEach
  void makeWorld() throws IOException {
    world = Optional.of(new World(folder));
  }

  @AfterEach
  void endWorld() {
    world.orElseThrow().close();
  }

  @Test
  void keepsAVersionThatAnswersRightlyAndRemembersItsImage() throws Exception {
    ReleaseRecord record = deploy("new-1");
    assertThat(record.ending()).contains(Ending.KEPT);
    assertThat(record.image()).contains("registry.example/app:git-new-1");
    assertThat(history().lastValidated()).contains(record);
  }

  @Test
  void keepsAVersionThatAnswersLikeTheOneBefore() throws Exception {
    world.orElseThrow().analyses(World.Analyses.RIGHT);
    ReleaseRecord record = deploy("new-1");
    assertThat(record.ending()).contains(Ending.KEPT);
    assertThat(record.notes())
        .anyMatch(note -> note.contains("0 of 20 without a verdict, before 0 of 20"))
        .anyMatch(note -> note.contains("the same verdicts"));
  }

  @Test
  void saysThatThereWasNothingToCompareWith() throws Exception {
    assertThat(deploy("new-1").notes()).anyMatch(note -> note.contains("compared with nothing"));
  }

  @Test
  void rollsBackAVersionThatFailsMoreOftenThanTheOneBefore() throws Exception {
    deploy("good");
    world.orElseThrow().analyses(World.Analyses.NEW_FAILS_OFTEN);
    ReleaseRecord record = deploy("new-2");
    assertThat(record.ending()).contains(Ending.ROLLED_BACK);
    assertThat(record.notes()).anyMatch(note -> note.contains("10 of 20 without a verdict"));
    assertThat(world.orElseThrow().current()).isEqualTo("good");
  }

  @Test
  void asksAPersonWhenALabelIsNowCalledVegan() throws Exception {
    deploy("good");
    world.orElseThrow().analyses(World.Analyses.NEW_SAYS_VEGAN);
    ReleaseRecord record = deploy("new-2");
    assertThat(record.ending()).contains(Ending.INCONCLUSIVE);
    assertThat(record.notes())
        .anyMatch(note -> note.contains("'Vatten, socker, mjölk' from non-vegan to vegan"));
    assertThat(world.orElseThrow().current()).isEqualTo("new-2");
  }

  @Test
  void asksAPersonWhenTheNewVersionGivesNothingToCompare() throws Exception {
    deploy("good");
    world.orElseThrow().analyses(World.Analyses.NEW_GIVES_NONE);
    assertThat(deploy("new-2").ending()).contains(Ending.INCONCLUSIVE);
  }

  @Test
  void keepsAVersionThatAnswersRightlyWhateverFlyExitsWith() throws Exception {
    deploy("good");
    world.orElseThrow().mode("fails-but-serves");
    ReleaseRecord record = deploy("new-1");
    assertThat(record.ending()).contains(Ending.KEPT);
    assertThat(record.image()).contains("registry.example/app:git-new-1");
    assertThat(record.notes()).anyMatch(note -> note.contains("exited with 1"));
  }

  @Test
  void keepsNoOtherImageUnderTheCommitOfOneThatFlyDoesNotList() throws Exception {
    ReleaseRecord good = deploy("good");
    world.orElseThrow().mode("unlisted");
    ReleaseRecord record = deploy("new-1");
    assertThat(record.ending()).contains(Ending.INCONCLUSIVE);
    assertThat(record.image()).isEmpty();
    assertThat(history().lastValidated()).contains(good);
  }

  @ParameterizedTest
  @CsvSource({
    "app:git-abc, true",
    "app:git-abc@sha256:12, true",
    "app:git-abcd, false",
    "app:deployment-abc, false"
  })
  void anImageIsTheOneMadeFromACommitByItsTag(String named, boolean same) {
    assertThat(new Shipment.WorkingTree("abc").isImage(named)).isEqualTo(same);
  }

  @ParameterizedTest
  @CsvSource({
    "app:git-abc@sha256:12, true",
    "app:git-abc, true",
    "app:git-abc@sha256:13, false",
    "other:git-abc, false"
  })
  void anImageIsTheOneThatWasSentByItsWholeName(String named, boolean same) {
    assertThat(new Shipment.Image("abc", "app:git-abc@sha256:12").isImage(named)).isEqualTo(same);
  }

  @Test
  void putsTheLastValidatedImageBackWhenTheNewVersionAnswersWrongly() throws Exception {
    deploy("good");
    world.orElseThrow().mode("bad-new");
    ReleaseRecord record = deploy("new-2");
    assertThat(record.ending()).contains(Ending.ROLLED_BACK);
    assertThat(world.orElseThrow().current()).isEqualTo("good");
    assertThat(world.orElseThrow().calls())
        .last()
        .asString()
        .contains("--image registry.example/app:git-good")
        .contains("--skip-release-command");
  }

  @Test
  void theImageThatIsPutBackGetsTheSettingsItWasSentWith() throws Exception {
    deploy("good");
    world.orElseThrow().mode("bad-new");
    settings = "app = \"koalens\"\n[env]\nCORS_ORIGIN = \"https://wrong.example\"\n";
    deploy("new-2");
    String call = world.orElseThrow().calls().getLast();
    Path sent = Path.of(call.replaceFirst(".* --config (\\S+) .*", "$1"));
    assertThat(sent).content().isEqualTo("app = \"koalens\"\n");
  }

  @Test
  void isNotFooledByAFlyThatSaysOkWhileTheOldVersionAnswers() throws Exception {
    deploy("good");
    int before = world.orElseThrow().calls().size();
    world.orElseThrow().mode("lies");
    ReleaseRecord record = deploy("new-2");
    assertThat(record.ending()).contains(Ending.ROLLED_BACK);
    assertThat(record.notes())
        .anyMatch(note -> note.contains("does not answer"))
        .anyMatch(note -> note.contains("never left"));
    assertThat(world.orElseThrow().calls()).hasSize(before + 1);
  }

  @Test
  void stopsAFlyThatHangsAndSaysSo() throws Exception {
    deploy("good");
    world.orElseThrow().mode("hangs");
    ReleaseRecord record = deploy("new-2");
    assertThat(record.ending()).contains(Ending.ROLLED_BACK);
    assertThat(record.notes()).anyMatch(note -> note.contains("took too long"));
  }

  @Test
  void callsForAPersonWhenWhatIsPutBackFailsToo() throws Exception {
    deploy("good");
    world.orElseThrow().mode("bad-always");
    assertThat(deploy("new-2").ending()).contains(Ending.BROKEN);
  }

  @Test
  void callsForAPersonWhenThereIsNothingToGoBackTo() throws Exception {
    world.orElseThrow().mode("fails");
    ReleaseRecord record = deploy("new-1");
    assertThat(record.ending()).contains(Ending.BROKEN);
    assertThat(record.notes()).anyMatch(note -> note.contains("nothing to go back to"));
  }

  @Test
  void refusesWhileAnotherDeploymentIsUnderWay() throws Exception {
    try (ReleaseLock _ = ReleaseLock.acquire(history().folder()).orElseThrow()) {
      assertThat(deploy("new-1").ending()).contains(Ending.REFUSED);
      assertThat(world.orElseThrow().calls()).isEmpty();
    }
  }

  @Test
  void anInterruptedDeploymentIsToldByTheNext() throws Exception {
    ReleaseRecord kept = deploy("good");
    history().write(kept.at(Stage.VALIDATING).with("killed here"));
    assertThat(history().interrupted()).isPresent();
    assertThat(deploy("new-2").notes())
        .anyMatch(note -> note.contains("was interrupted while VALIDATING"));
    assertThat(history().interrupted()).isEmpty();
  }

  @Test
  void aRecordHalfWrittenWhenTheProcessWasKilledHidesNothing() throws Exception {
    ReleaseRecord kept = deploy("good");
    Files.writeString(history().folder().resolve("9999.writing"), "{\"id\":\"99");
    Files.writeString(history().folder().resolve("9999.json"), "{\"id\":\"99");
    assertThat(history().lastValidated()).contains(kept);
  }

  private ReleaseRecord deploy(String commit) throws IOException, InterruptedException {
    World place = world.orElseThrow();
    Path toml = Files.writeString(folder.resolve("fly.staging.toml"), settings);
    Path steps = Files.writeString(folder.resolve("steps.yaml"), STEPS);
    var fly = new Fly(place.fly().toString(), Duration.ofSeconds(5), _ -> {});
    var outside =
        new Outside(
            place.address(),
            "staging",
            Suite.identity().and(steps),
            Map.of(),
            Duration.ofSeconds(1),
            Duration.ofSeconds(1),
            _ -> {});
    var deployment = new Deployment(fly, FlyConfig.read(toml), outside, history(), _ -> {});
    return deployment.run(new Shipment.WorkingTree(commit), "a tester", "a test");
  }

  private ReleaseHistory history() {
    return new ReleaseHistory(folder.resolve("releases"), "staging");
  }
}
