package koalens.emulator;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import koalens.emulator.answer.AnswerModel;
import koalens.emulator.answer.Prompt;
import koalens.emulator.scenario.Accuracy;
import koalens.emulator.scenario.Drift;
import koalens.emulator.scenario.ErrorFault;
import koalens.emulator.scenario.Fates;
import koalens.emulator.scenario.Fault;
import koalens.emulator.scenario.FaultMix;
import koalens.emulator.scenario.Latency;
import koalens.emulator.scenario.Outage;
import koalens.emulator.scenario.Scenario;
import koalens.emulator.scenario.Truth;
import koalens.emulator.scenario.VeganStatus;
import koalens.emulator.wire.Json;
import org.junit.jupiter.api.Test;

/// What a scenario promises: the same fate for the same seed and request, and the rates it names.
class ScenarioTest {
  private static final int CALLS = 20_000;

  private static List<Optional<Fault>> faults(Scenario scenario) {
    var fates = new Fates(scenario);
    return IntStream.range(0, CALLS)
        .mapToObj(i -> fates.draw(("request " + i).getBytes(UTF_8)).fault())
        .toList();
  }

  @Test
  void theSameSeedGivesEachRequestTheSameFate() {
    Scenario scenario =
        Scenario.of(3)
            .withFaults(FaultMix.even(0.2))
            .withLatency(new Latency.LogNormal(Duration.ofMillis(800), 0.5));
    assertThat(faults(scenario)).isEqualTo(faults(scenario));
    assertThat(faults(scenario.withSeed(4))).isNotEqualTo(faults(scenario));
    byte[] request = "again".getBytes(UTF_8);
    assertThat(new Fates(scenario).draw(request).latency())
        .isEqualTo(new Fates(scenario).draw(request).latency());
  }

  @Test
  void theSameRequestMeetsAnotherFateTheSecondTime() {
    var fates = new Fates(Scenario.of(3).withFaults(FaultMix.even(0.5)));
    byte[] request = "again".getBytes(UTF_8);
    assertThat(IntStream.range(0, 50).mapToObj(_ -> fates.draw(request).fault().isPresent()))
        .contains(true, false);
  }

  @Test
  void asManyCallsFailAsTheScenarioSays() {
    long failed =
        faults(Scenario.of(5).withFaults(FaultMix.even(0.2))).stream()
            .filter(Optional::isPresent)
            .count();
    assertThat((double) failed / CALLS).isCloseTo(0.2, within(0.015));
  }

  @Test
  void theModelErrsAsOftenAsTheScenarioSays() {
    Scenario scenario =
        Scenario.of(11)
            .withTruth(Truth.of(Map.of("vassle", VeganStatus.NON_VEGAN), 0))
            .withAccuracy(Accuracy.of(0.9, 0.04));
    var model = new AnswerModel(scenario);
    var fates = new Fates(scenario);
    var prompt = new Prompt("[\"vassle\"]", "", List.of(), Json.read(Json.write(schema())));
    List<String> answers =
        IntStream.range(0, CALLS)
            .mapToObj(i -> model.answer(prompt, fates.draw(("call " + i).getBytes(UTF_8))))
            .toList();
    assertThat(share(answers, "\"non-vegan\"")).isCloseTo(0.9, within(0.01));
    assertThat(share(answers, "\"vegan\"")).isCloseTo(0.04, within(0.007));
  }

  private static tools.jackson.databind.JsonNode schema() {
    var schema = Json.object().put("type", "array");
    var item = schema.putObject("items").put("type", "object").putObject("properties");
    item.putObject("status")
        .putArray("enum")
        .add("vegan")
        .add("non-vegan")
        .add("maybe-vegan")
        .add("unknown");
    return schema;
  }

  private static double share(List<String> answers, String word) {
    return (double) answers.stream().filter(answer -> answer.contains(word)).count()
        / answers.size();
  }

  @Test
  void anOutageFailsEveryCallWhileItLasts() {
    Scenario scenario =
        Scenario.of(1)
            .withOutages(
                List.of(new Outage(Duration.ZERO, Duration.ofDays(1), ErrorFault.OVERLOADED)));
    assertThat(faults(scenario)).containsOnly(Optional.of(ErrorFault.OVERLOADED));
    Scenario later =
        Scenario.of(1)
            .withOutages(
                List.of(new Outage(Duration.ofDays(1), Duration.ofDays(1), ErrorFault.OVERLOADED)));
    assertThat(faults(later)).containsOnly(Optional.empty());
  }

  @Test
  void aDriftChangesWhoAnswers() {
    Scenario scenario =
        Scenario.of(1)
            .withDrifts(
                List.of(
                    new Drift(Duration.ZERO, "claude-haiku-5-5-20261101", Accuracy.PERFECT),
                    new Drift(Duration.ofDays(1), "later", Accuracy.PERFECT)));
    assertThat(new Fates(scenario).draw(new byte[0]).model()).contains("claude-haiku-5-5-20261101");
  }

  @Test
  void sharesThatAreNoneAreTurnedAway() {
    assertThatThrownBy(() -> FaultMix.even(1.2)).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> Accuracy.of(0.9, 0.2)).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new Accuracy(Map.of())).isInstanceOf(IllegalArgumentException.class);
  }
}
