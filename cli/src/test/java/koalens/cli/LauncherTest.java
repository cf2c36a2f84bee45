package koalens.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The script at the root, in a house of cards: the JDK and Maven are scripts that say what they
/// were asked.
class LauncherTest {
  private static final Path SCRIPT = Path.of(System.getProperty("koalens.root", ".."), "koalens");
  private static final List<String> TOOLS =
      List.of(
          "sh",
          "cat",
          "cksum",
          "dirname",
          "find",
          "grep",
          "head",
          "mkdir",
          "mv",
          "readlink",
          "rm",
          "sed",
          "sleep",
          "sort",
          "tr");

  @TempDir private Path folder = Path.of(".");

  private record Run(int code, String out) {}

  private Path house() {
    return folder.resolve("a house with spaces");
  }

  @BeforeEach
  void build() throws IOException {
    for (String room : List.of("engine", "emulator", "backend", "server", "cli")) {
      source(room + "/src/main/java/A.java");
    }
    source("pom.xml");
    // Only the JDKs of this test shall be found.
    String script =
        Files.readString(SCRIPT).replaceAll("(/usr/lib/jvm|/opt|/Library)/", "/nowhere/");
    write(house().resolve("koalens"), script);
    for (String tool : TOOLS) {
      Files.createDirectories(folder.resolve("bin"));
      Files.createSymbolicLink(folder.resolve("bin/" + tool), tool(tool));
    }
    command(
        "bin/mvn", "echo \"built with $JAVA25_HOME\" >&2; mkdir -p \"$KOALENS_TEST/cli/target\"");
    jdk("jdk", "25.0.3");
  }

  private static Path tool(String name) {
    return Stream.of("/usr/bin/", "/bin/")
        .map(place -> Path.of(place + name))
        .filter(Files::isExecutable)
        .findFirst()
        .orElseThrow();
  }

  private void source(String name) throws IOException {
    Path file = house().resolve(name);
    Files.createDirectories(file.getParent());
    Files.writeString(file, "");
    Files.setLastModifiedTime(file, FileTime.from(Instant.now().minusSeconds(3600)));
  }

  private void write(Path file, String script) throws IOException {
    Files.createDirectories(file.getParent());
    Files.writeString(file, script);
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
  }

  private void command(String name, String script) throws IOException {
    write(folder.resolve(name), "#!/bin/sh\n" + script + "\n");
  }

  private void jdk(String name, String version) throws IOException {
    command(
        name + "/bin/java",
        "[ \"$1\" = -version ] && echo 'openjdk version \"%s\"' >&2 && exit\n".formatted(version)
            + "echo \"java of %s\"; for a; do echo \"<$a>\"; done; exit 12".formatted(name));
    command(name + "/bin/javac", "echo javac " + version);
  }

  private Run launch(List<String> environment, String... arguments) throws Exception {
    return launch(house().resolve("koalens"), environment, arguments);
  }

  private Run launch(Path script, List<String> environment, String... arguments) throws Exception {
    var command = Stream.concat(Stream.of(script.toString()), Stream.of(arguments)).toList();
    var builder = new ProcessBuilder(command).redirectErrorStream(true);
    builder.environment().clear();
    builder.environment().put("PATH", folder.resolve("bin").toString());
    builder.environment().put("HOME", folder.toString());
    builder.environment().put("KOALENS_TEST", house().toString());
    for (String setting : environment) {
      int equals = setting.indexOf('=');
      builder.environment().put(setting.substring(0, equals), setting.substring(equals + 1));
    }
    Process process = builder.start();
    String out = new String(process.getInputStream().readAllBytes(), UTF_8);
    return new Run(process.waitFor(), out);
  }

  private Run launch(String... arguments) throws Exception {
    return launch(List.of("KOALENS_JAVA_HOME=" + folder.resolve("jdk")), arguments);
  }

  @Test
  void passesArgumentsOnAndTheExitCodeBack() throws Exception {
    Run run = launch("analyze", "Vatten, mjölk", "--json", "");
    assertThat(run.code()).isEqualTo(12);
    assertThat(run.out())
        .contains("java of jdk")
        .endsWith("<koalens.cli.Main>\n<analyze>\n<Vatten, mjölk>\n<--json>\n<>\n");
  }

  @Test
  void buildsOnce() throws Exception {
    assertThat(launch().out()).contains("built with " + folder.resolve("jdk"));
    assertThat(launch().out()).doesNotContain("built").contains("java of jdk");
  }

  @Test
  void buildsAgainWhenASourceIsChangedAddedOrTakenAway() throws Exception {
    assertThat(launch().out()).contains("built");
    Files.setLastModifiedTime(
        house().resolve("engine/src/main/java/A.java"),
        FileTime.from(Instant.now().plusSeconds(5)));
    assertThat(launch().out()).contains("built");
    source("engine/src/main/java/A.java");
    assertThat(launch().out()).doesNotContain("built");
    source("engine/src/main/java/B.java");
    assertThat(launch().out()).contains("built");
    Files.delete(house().resolve("engine/src/main/java/B.java"));
    assertThat(launch().out()).contains("built");
    assertThat(launch().out()).doesNotContain("built");
  }

  @Test
  void doesNotBuildForATestOrWhatABuildMade() throws Exception {
    assertThat(launch().out()).contains("built");
    for (String name : List.of("engine/src/test/java/T.java", "engine/target/classes/A.class")) {
      Files.createDirectories(house().resolve(name).getParent());
      Files.writeString(house().resolve(name), "");
    }
    assertThat(launch().out()).doesNotContain("built");
  }

  @Test
  void buildsAgainAfterABuildThatFailed() throws Exception {
    command("bin/mvn", "echo 'no network' >&2; exit 1");
    Run failed = launch("serve");
    assertThat(failed.code()).isNotZero();
    assertThat(failed.out()).contains("no network").doesNotContain("java of jdk");
    command("bin/mvn", "mkdir -p \"$KOALENS_TEST/cli/target\"");
    assertThat(launch("serve").out()).contains("java of jdk");
  }

  @Test
  void buildsWhatWasSavedWhileItBuilt() throws Exception {
    command(
        "bin/mvn",
        "echo built >&2; sleep 0.1; echo >>\"$KOALENS_TEST/engine/src/main/java/A.java\"");
    assertThat(launch().out()).contains("built");
    command("bin/mvn", "echo built >&2");
    assertThat(launch().out()).contains("built");
    assertThat(launch().out()).doesNotContain("built");
  }

  @Test
  void takesOverFromABuildThatWasKilled() throws Exception {
    Process gone = new ProcessBuilder(tool("sh").toString(), "-c", ":").start();
    gone.waitFor();
    Path lock = Files.createDirectories(house().resolve(".koalens-build"));
    Files.writeString(lock.resolve("pid"), gone.pid() + "\n");
    assertThat(launch().out()).contains("built").doesNotContain("Waiting");
    assertThat(lock).doesNotExist();
  }

  @Test
  void saysThatItWaitsForAnotherBuildAndGoesOnWhenThatIsDone() throws Exception {
    Path lock = Files.createDirectories(house().resolve(".koalens-build"));
    Files.writeString(lock.resolve("pid"), ProcessHandle.current().pid() + "\n");
    Files.delete(folder.resolve("bin/sleep"));
    // The other build is done while this one waits.
    command("bin/sleep", "rm -rf \"$KOALENS_TEST/.koalens-build\"");
    assertThat(launch().out())
        .contains(
            "Waiting for another build of KoaLens (process " + ProcessHandle.current().pid() + ")")
        .contains("built with");
  }

  @Test
  void passesOverAnotherJdkAndFindsTheRightOne() throws Exception {
    jdk("jdk17", "17.0.15");
    jdk("jdk250", "250");
    jdk(".sdkman/candidates/java/25-tem", "25");
    List<String> wrong =
        List.of(
            "KOALENS_JAVA_HOME=" + folder.resolve("jdk17"),
            "JAVA_HOME=" + folder.resolve("jdk250"));
    assertThat(launch(wrong).out()).contains("java of .sdkman/candidates/java/25-tem");
  }

  @Test
  void saysWhatToInstallWithoutAJdk() throws Exception {
    Run run = launch(List.of(), "serve");
    assertThat(run.code()).isEqualTo(1);
    assertThat(run.out()).contains("needs JDK 25").contains("KOALENS_JAVA_HOME");
  }

  @Test
  void saysWhatToInstallWithoutMaven() throws Exception {
    Files.delete(folder.resolve("bin/mvn"));
    Run run = launch("serve");
    assertThat(run.code()).isEqualTo(1);
    assertThat(run.out()).contains("needs Maven 3.8 or newer").contains("apt install maven");
  }

  @Test
  void keepsItsDataBesideItselfUnlessToldOtherwise() throws Exception {
    command(
        "jdk/bin/java",
        "[ \"$1\" = -version ] && echo 'openjdk version \"25\"' >&2 && exit\n"
            + "for a; do echo \"<$a>\"; done; echo \"told: $DATA_DIR.\"");
    assertThat(launch().out())
        .contains("<-Dkoalens.data=" + house().toRealPath() + "/data>", "told: .");
    List<String> elsewhere =
        List.of("KOALENS_JAVA_HOME=" + folder.resolve("jdk"), "DATA_DIR=/elsewhere");
    assertThat(launch(elsewhere).out()).contains("told: /elsewhere.");
  }

  @Test
  void worksThroughALink() throws Exception {
    Path link = Files.createSymbolicLink(folder.resolve("bin/koalens"), house().resolve("koalens"));
    Run run = launch(link, List.of("KOALENS_JAVA_HOME=" + folder.resolve("jdk")), "doctor");
    assertThat(run.out()).contains(house().toRealPath() + "/cli/target").contains("<doctor>");
  }
}
