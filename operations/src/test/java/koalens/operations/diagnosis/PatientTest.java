package koalens.operations.diagnosis;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PatientTest {
  // No machine at Fly writes combined.log: what is not there cannot be searched.
  @ParameterizedTest
  @CsvSource({
    "https://koalens-backend-staging.fly.dev, fly logs -a koalens-backend-staging --no-tail --json",
    "https://koalens.example, combined.log"
  })
  void theLogIsPrintedFromWhereItIs(URI server, String command) {
    var patient =
        new Patient(
            server,
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty());
    assertThat(patient.logs()).contains(command).contains("fromjson?");
  }
}
