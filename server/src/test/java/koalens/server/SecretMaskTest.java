package koalens.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SecretMaskTest {
  private static final String OWN = "correct horse";
  private static final String AROUND = "abcBbearerAIsk-ant://@: \t\"{}åä0123";
  private static final SecretMask MASK = new SecretMask(List.of(OWN));

  @ParameterizedTest
  @ValueSource(
      strings = {
        OWN,
        "sk-ant-api03_Ab-Cd-0123456789",
        "AIzaSyA0123456789abcdefghijklmnopqrstu",
        "Bearer abc.def-0123",
        "bEARER\tabcdefgh",
        "://someone:password@"
      })
  void findsASecretWhateverStandsAroundIt(String secret) {
    var random = new Random(7);
    String core = secret.replaceFirst("(?i)^(bearer\\s+|://)", "").replace("@", "");
    for (int i = 0; i < 2_000; i++) {
      String text = around(random) + " " + secret + " " + around(random);
      assertThat(MASK.applyTo(text)).contains("****").doesNotContain(core);
    }
  }

  @Test
  void leavesATextWithoutSecretsAsItIs() {
    for (String text :
        List.of("", "b", "Beare", "a bearer of news", "https://example.org/a?b=c", "skål, AIz")) {
      assertThat(MASK.applyTo(text)).isEqualTo(text);
    }
  }

  private static String around(Random random) {
    var text = new StringBuilder();
    for (int i = random.nextInt(12); i > 0; i--) {
      text.append(AROUND.charAt(random.nextInt(AROUND.length())));
    }
    return text.toString();
  }
}
