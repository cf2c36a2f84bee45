package koalens.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import koalens.testing.PostgresServer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/// A server process whose time of day jumps while it runs, by libfaketime (Debian: `faketime`).
@EnabledOnOs(OS.LINUX)
class ClockJumpTest {
  private static final int MINUTE = 4;
  private static final int MORE = 6;
  private static final double PATIENCE_SECONDS = 300;
  private static final double REFILL_SECONDS = 60.0 / MINUTE;

  @TempDir private Path folder = Path.of(".");

  @BeforeEach
  void setTheClock() throws IOException {
    jump("+0");
  }

  @Test
  void neitherGivesRequestsNorKeepsAnybodyOutWhenItsClockJumps() throws Exception {
    try (RunningServer server = start(Map.of())) {
      holdsItsRates(server);
    }
  }

  @Test
  void holdsTheRatesOfServersOnOnePostgresToo() throws Exception {
    try (PostgresServer postgres = PostgresServer.start();
        RunningServer server = start(Map.of("DATABASE_URL", postgres.createDatabase()))) {
      holdsItsRates(server);
    }
  }

  @Test
  void keepsWhatItAnsweredInWhicheverYearItThinksItIs() throws Exception {
    var ids = new ArrayList<String>();
    try (RunningServer server = start(Map.of("REQUESTS_PER_MINUTE", "0"))) {
      String token = server.newToken();
      for (String time : List.of("+0", "+400d", "-400d", "+0")) {
        jump(time);
        var answer = server.analyze(token);
        assertThat(answer.statusCode()).as(time).isEqualTo(200);
        ids.add(RunningServer.json(answer).get("id").asString());
      }
      String history = server.get(token, "/analyses").body();
      assertThat(ids).doesNotHaveDuplicates().allMatch(history::contains);
    }
  }

  private void holdsItsRates(RunningServer server) throws Exception {
    String token = server.newToken();
    long began = System.nanoTime();
    int admitted = admitted(server, token);
    for (String time : List.of("+1h", "+40d", "-40d", "-1h")) {
      jump(time);
      admitted += admitted(server, token);
    }
    double refilled = seconds(began) / REFILL_SECONDS;
    assertThat(admitted).isBetween(MINUTE - 1, MINUTE + 1 + (int) refilled);
    while (server.analyze(token).statusCode() != 200) {
      assertThat(seconds(began)).isLessThan(PATIENCE_SECONDS);
      Thread.sleep(500);
    }
  }

  private static double seconds(long began) {
    return (System.nanoTime() - began) / 1e9;
  }

  /// How many of some more requests than a minute allows are answered.
  private static int admitted(RunningServer server, String token) {
    int answered = 0;
    for (int i = 0; i < MORE; i++) {
      int status = server.analyze(token).statusCode();
      assertThat(status).isIn(200, 429);
      answered += status == 200 ? 1 : 0;
    }
    return answered;
  }

  private RunningServer start(Map<String, String> settings) throws Exception {
    Optional<Path> library = library();
    assumeTrue(library.isPresent(), "libfaketime is not installed (Debian: faketime)");
    var all = new HashMap<>(settings);
    all.putIfAbsent("REQUESTS_PER_MINUTE", String.valueOf(MINUTE));
    all.put("LD_PRELOAD", library.orElseThrow().toString());
    all.put("FAKETIME_TIMESTAMP_FILE", folder.resolve("clock").toString());
    all.put("FAKETIME_NO_CACHE", "1");
    all.put("FAKETIME_DONT_FAKE_MONOTONIC", "1");
    // Waits of a Java process never end with it.
    all.put("FAKETIME_FORCE_MONOTONIC_FIX", "0");
    return RunningServer.start(folder.resolve("data"), all);
  }

  /// Sets the time of day the server sees from now on.
  private void jump(String by) throws IOException {
    Path next = Files.writeString(folder.resolve("next"), by + "\n");
    Files.move(next, folder.resolve("clock"), StandardCopyOption.ATOMIC_MOVE);
  }

  private static Optional<Path> library() throws IOException {
    Path libraries = Path.of("/usr/lib");
    try (var found = Files.find(libraries, 3, (path, _) -> path.endsWith("libfaketimeMT.so.1"))) {
      return found.findFirst();
    }
  }
}
