package koalens.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The tutorial on choosing a provider, walked through with the commands that it prints, by real
/// processes: the providers are known to differ, and the log alone has to tell. Only the ports are
/// free ones.
class ChooseAProviderTest {
  private static final Pattern COMMANDS = Pattern.compile("```sh\\n(.*?)```", Pattern.DOTALL);

  @TempDir private Path folder = Path.of(".");

  private final List<Process> running = new ArrayList<>();

  @AfterEach
  void stop() throws InterruptedException {
    for (Process process : running) {
      process.descendants().forEach(ProcessHandle::destroyForcibly);
      process.destroyForcibly().waitFor();
    }
  }

  @Test
  void theLogAloneTellsWhichProviderIsBetter() throws Exception {
    int port = freePort();
    installLauncher();
    List<String> steps = steps(port);
    start(steps.get(0), port);
    Path settings = folder.resolve("emulated.env");
    await(() -> Files.exists(settings) && Files.readAllLines(settings).size() == 4);
    start(steps.get(1), port);
    await(() -> answers(port));
    run(steps.get(2));
    run(steps.get(3));
    assertThat(run(steps.get(4)))
        .startsWith("PROMOTE gemini")
        .containsPattern("text, (79\\d|800) analyses")
        .endsWith("exit code 20");
    assertThat(Files.readString(folder.resolve("report.html"))).contains("<h1>PROMOTE gemini");
    assertThat(run(steps.get(5))).contains("KEEP COLLECTING").contains("INVALID");
  }

  private static List<String> steps(int port) throws IOException {
    Path root = Path.of(System.getProperty("koalens.root", ".."));
    String text = Files.readString(root.resolve("docs/tutorial/choose-a-provider.md"));
    return COMMANDS
        .matcher(text)
        .results()
        .map(found -> found.group(1).replace("localhost:8080", "localhost:" + port))
        .toList();
  }

  // The launcher builds first: here, what is tested is built already.
  private void installLauncher() throws IOException {
    List<String> command = ProgramRun.command();
    Path launcher =
        Files.writeString(
            folder.resolve("koalens"),
            """
            #!/bin/sh
            [ "$1" != emulate ] || set -- "$@" --gemini-port 0 --claude-port 0
            exec '%s' "$@"
            """
                .formatted(String.join("' '", command)));
    assertThat(launcher.toFile().setExecutable(true)).isTrue();
  }

  private void start(String commands, int port) throws IOException {
    ProcessBuilder builder = bash(commands);
    builder.environment().put("PORT", String.valueOf(port));
    builder.environment().put("DATA_DIR", folder.resolve("data").toString());
    running.add(
        builder
            .redirectErrorStream(true)
            .redirectOutput(folder.resolve(running.size() + ".out").toFile())
            .start());
  }

  private String run(String commands) throws IOException, InterruptedException {
    Process process = bash(commands).redirectErrorStream(true).start();
    String out =
        new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
    assertThat(process.waitFor()).as(commands + out).isZero();
    return out;
  }

  private ProcessBuilder bash(String commands) {
    return new ProcessBuilder("bash", "-c", commands).directory(folder.toFile());
  }

  private void await(Callable<Boolean> ready) throws Exception {
    while (!ready.call()) {
      for (int i = 0; i < running.size(); i++) {
        assertThat(running.get(i).isAlive())
            .as(Files.readString(folder.resolve(i + ".out")))
            .isTrue();
      }
      Thread.sleep(100);
    }
  }

  private static boolean answers(int port) {
    try (var socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
      return socket.isConnected();
    } catch (IOException e) {
      return false;
    }
  }

  private static int freePort() throws IOException {
    try (var socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    }
  }
}
