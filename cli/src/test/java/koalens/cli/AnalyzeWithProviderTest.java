package koalens.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import koalens.emulator.Emulator;
import koalens.emulator.Provider;
import koalens.emulator.scenario.ErrorFault;
import koalens.emulator.scenario.Scenario;
import koalens.emulator.scenario.Truth;
import koalens.emulator.scenario.VeganStatus;
import koalens.engine.knowledge.Status;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// `koalens analyze --provider`, as a process of its own, against emulated providers.
class AnalyzeWithProviderTest {
  private static final Scenario SCENARIO =
      Scenario.of(1)
          .withTruth(
              Truth.of(
                  Map.of(
                      "blixtragurium",
                      VeganStatus.VEGAN,
                      "vatten",
                      VeganStatus.VEGAN,
                      "mjölk",
                      VeganStatus.NON_VEGAN),
                  0))
          .withReadings(Map.of("*", "Ingredienser: vatten, mjölk."));

  @TempDir private Path folder = Path.of(".");

  private final Emulator gemini = Emulator.start(Provider.GEMINI, SCENARIO, 0);
  private final Emulator claude = Emulator.start(Provider.ANTHROPIC, SCENARIO, 0);

  @AfterEach
  void stop() {
    gemini.close();
    claude.close();
  }

  private record Run(int code, String out, String err) {}

  private Run analyze(String... arguments) throws IOException, InterruptedException {
    List<String> command =
        Stream.concat(
                Stream.of(
                    Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                    "-cp",
                    System.getProperty(
                        "surefire.test.class.path", System.getProperty("java.class.path")),
                    "koalens.cli.Main",
                    "analyze"),
                Stream.of(arguments))
            .toList();
    Path out = folder.resolve("out");
    Path err = folder.resolve("err");
    var builder = new ProcessBuilder(command).directory(folder.toFile());
    builder
        .environment()
        .putAll(
            Map.of(
                "GEMINI_API_KEY", "key-for-emulators",
                "ANTHROPIC_API_KEY", "key-for-emulators",
                "GEMINI_BASE_URL", gemini.baseUrl(),
                "ANTHROPIC_BASE_URL", claude.baseUrl(),
                // Long enough for the first call of a process on a busy machine.
                "AI_DEADLINE_MS", "60000"));
    Process process = builder.redirectOutput(out.toFile()).redirectError(err.toFile()).start();
    int code = process.waitFor();
    return new Run(code, Files.readString(out), Files.readString(err));
  }

  @Test
  void asksTheProviderNamed() throws Exception {
    Run run = analyze("--provider", "claude", "--json", "Ingredienser: vatten, blixtragurium");
    assertThat(run.code()).as(run.err()).isZero();
    assertThat(run.out())
        .startsWith("{")
        .contains("\"provider\":\"claude\"", "\"assignment\":\"forced\"");
    assertThat(run.err()).contains("1 calls", "USD at list prices");
    assertThat(claude.served()).hasSize(1);
    assertThat(gemini.served()).isEmpty();
  }

  @Test
  void asksAsTheServerWouldAndSaysWhoStoodIn() throws Exception {
    gemini.failNext(ErrorFault.INVALID_KEY);
    Run run = analyze("--provider", "auto", "--language", "en", "vatten, blixtragurium");
    assertThat(run.code()).as(run.err()).isZero();
    assertThat(run.out()).contains("Gemini could not answer; Claude answered instead.");
  }

  @Test
  void showsThePhotoToTheProviderNamed() throws Exception {
    Path photo = PrintedPhoto.write(folder.resolve("label.png"), "Ingredienser: vatten,", "salt.");
    Run run =
        analyze("--provider", "claude", "--language", "sv", "--image", photo.toString(), "--json");
    assertThat(run.code()).as(run.err()).isEqualTo(ExitCode.of(Status.NON_VEGAN));
    assertThat(run.out())
        .contains("\"provider\":\"claude\"", "\"readBy\":\"claude\"", "Innehåller mjölk.");
    assertThat(run.err()).contains("1 calls", "USD at list prices");
    assertThat(claude.served()).hasSize(1);
    assertThat(gemini.served()).isEmpty();
  }

  @Test
  void asksNobodyUnlessTold() throws Exception {
    assertThat(analyze("vatten, blixtragurium").code()).isEqualTo(ExitCode.of(Status.UNKNOWN));
    assertThat(gemini.served()).isEmpty();
    assertThat(claude.served()).isEmpty();
    Run wrong = analyze("--provider", "oracle", "vatten");
    assertThat(wrong.code()).isEqualTo(ExitCode.USAGE);
    assertThat(wrong.err()).contains("--provider must be auto, local or gemini or claude");
  }
}
