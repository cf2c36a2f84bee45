package koalens.backend.configure;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import koalens.backend.analysis.AnalysisRequest;
import koalens.backend.people.Person;
import koalens.engine.verdict.LabelOptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What the setting RETENTION_DAYS does to a database when a server starts.
class RetentionTest {
  private static final Person PERSON = new Person("user:me");

  @TempDir private Path folder = Path.of(".");

  private Application open(String days, Duration ago) {
    var settings = new HashMap<>(Map.of("DATA_DIR", folder.toString(), "RETENTION_DAYS", days));
    return Application.open(
        Settings.read(settings), Clock.offset(Clock.systemUTC(), ago.negated()));
  }

  private static String analyze(Application application, String text) {
    var request =
        new AnalysisRequest(
            new AnalysisRequest.Text(text),
            Optional.empty(),
            AnalysisRequest.AS_DETECTED,
            LabelOptions.STANDARD,
            Optional.empty(),
            "r-1",
            Optional.of(PERSON.id()));
    return application.analysis().analyze(request).id();
  }

  private String analyzed(Duration ago, boolean favourite) {
    try (Application application = open("0", ago)) {
      String id = analyze(application, "Vatten");
      if (favourite) {
        application.people().history().mark(PERSON, id, true);
      }
      return id;
    }
  }

  @Test
  void deletesWhatIsOlderButNoFavouritesAndNothingByDefault() throws InterruptedException {
    String old = analyzed(Duration.ofDays(31), false);
    String loved = analyzed(Duration.ofDays(31), true);
    String young = analyzed(Duration.ofDays(29), false);
    try (Application application = open("0", Duration.ZERO)) {
      assertThat(application.ledger().count()).isEqualTo(3);
    }
    try (Application application = open("30", Duration.ZERO)) {
      while (application.ledger().count() > 2) {
        Thread.sleep(10);
      }
      assertThat(application.ledger().find(old)).isEmpty();
      assertThat(application.ledger().find(loved)).isPresent();
      assertThat(application.ledger().find(young)).isPresent();
    }
  }
}
