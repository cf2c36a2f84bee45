package koalens.server;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.LoggerContext;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import koalens.backend.configure.Settings;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class LoggingTest {
  private static final String GEMINI = "planted-gemini-value-1";
  private static final String ADMIN = "planted-admin-value-0123456789abcdef";
  private static final String SHAPED = "AIzaSyPLANTEDplantedPLANTEDplanted00001";
  private static final Logger LOG = LoggerFactory.getLogger("koalens.test");

  @TempDir private Path folder = Path.of(".");

  @AfterEach
  void letGo() {
    ((LoggerContext) LoggerFactory.getILoggerFactory()).reset();
  }

  @Test
  void noPlantedSecretEverComesOut() throws IOException {
    configure();
    LOG.info("asked with {}", GEMINI);
    LOG.atWarn().addKeyValue("header", "Bearer abcdefgh12345678").log("sent " + SHAPED);
    LOG.atError().setCause(new IOException("refused by " + ADMIN)).log("failed");
    LOG.error("postgresql://koalens:planted-password@db.example/koalens cannot be reached");
    String all = read("combined.log") + read("error.log");
    assertThat(all)
        .contains("asked with ****")
        .contains("sent ****")
        .contains("postgresql://****@db.example")
        .doesNotContain("planted")
        .doesNotContain("PLANTED")
        .doesNotContain("abcdefgh12345678");
  }

  @Test
  void linesForPeopleHaveNoSecretAndNobodyElsesLine() {
    String all =
        printed(() -> {
          configure("development");
          LOG.info("asked with {}", GEMINI);
          LOG.atWarn().addKeyValue("header", "Bearer abcdefgh12345678").log("sent " + SHAPED);
          LOG.atError().setCause(new IOException("refused by " + ADMIN)).log("failed");
          LOG.atInfo()
              .addKeyValue("name", "a\r\nERROR forged")
              .log("one\n12:00:00 ERROR forged \u001b[31m");
        });
    assertThat(all)
        .contains("asked with ****", "sent ****", "refused by ****")
        .doesNotContain("planted", "PLANTED", "abcdefgh12345678", "\u001b");
    assertThat(all.lines()).noneMatch(line -> line.startsWith("12:00:00 ERROR forged"));
    assertThat(all.lines()).noneMatch(line -> line.startsWith("ERROR forged"));
  }

  /// What the work prints to standard output, where it would otherwise drown a build's own words.
  private static String printed(Runnable work) {
    PrintStream usual = System.out;
    var bytes = new ByteArrayOutputStream();
    try (var stream = new PrintStream(bytes, true, StandardCharsets.UTF_8)) {
      System.setOut(stream);
      work.run();
    } finally {
      System.setOut(usual);
    }
    return bytes.toString(StandardCharsets.UTF_8);
  }

  @Test
  void errorsStandInAFileOfTheirOwnToo() throws IOException {
    configure();
    LOG.info("all is well");
    LOG.error("it is not");
    assertThat(lines("combined.log"))
        .extracting(LoggingTest::message)
        .contains("all is well", "it is not");
    assertThat(lines("error.log")).extracting(LoggingTest::message).containsExactly("it is not");
  }

  @Test
  void everyLineNamesTheServiceAndIsOneJsonObjectWhateverItHolds() throws IOException {
    configure();
    LOG.info("two\r\nlines \u001b[31m and a quote \" and å");
    JsonNode line = lines("combined.log").getLast();
    assertThat(line.path("msg").asString())
        .isEqualTo("two\r\nlines \u001b[31m and a quote \" and å");
    assertThat(line.path("service.name").asString()).isEqualTo("koalens");
    assertThat(line.path("deployment.environment.name").asString()).isEqualTo("staging");
  }

  @Test
  void losesNoLineThatManyThreadsWriteAtOnce() throws IOException {
    String console =
        printed(() -> {
          configure();
          try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int thread = 0; thread < 20; thread++) {
              int number = thread;
              threads.execute(() -> write(number));
            }
          }
        });
    assertThat(console.lines().filter(line -> line.contains("a line"))).hasSize(20_000);
    assertThat(lines("combined.log"))
        .filteredOn(line -> line.path("logger").asString().equals("koalens.test"))
        .hasSize(20_000);
  }

  private static void write(int thread) {
    for (int line = 0; line < 1_000; line++) {
      LOG.atInfo().addKeyValue("thread_number", thread).addKeyValue("line", line).log("a line");
    }
  }

  private void configure() {
    configure("staging");
  }

  private void configure(String environment) {
    Logging.configure(
        Settings.read(
            Map.of(
                "APP_ENV",
                environment,
                "DATA_DIR",
                folder.toString(),
                "LOG_DIR",
                folder.toString(),
                "GEMINI_API_KEY",
                GEMINI,
                "ADMIN_KEY",
                ADMIN)));
  }

  private String read(String file) throws IOException {
    return Files.readString(folder.resolve(file));
  }

  private List<JsonNode> lines(String file) throws IOException {
    var lines = new ArrayList<JsonNode>();
    var json = new JsonMapper();
    for (String line : Files.readAllLines(folder.resolve(file))) {
      lines.add(json.readTree(line));
    }
    return lines;
  }

  private static String message(JsonNode line) {
    return line.path("msg").asString();
  }
}
