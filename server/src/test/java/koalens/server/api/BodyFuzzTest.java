package koalens.server.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Any bytes are read as a body or refused with a problem; what is read is what another reader of
/// JSON reads. Runs in the build's execution `fuzz`, as a guided search of 20 seconds.
class BodyFuzzTest {
  private static final int MOST_INGREDIENTS = 50;
  private static final JsonMapper OTHER_READER = new JsonMapper();

  @FuzzTest(maxDuration = "20s")
  void readsAnyBytesOrSaysWhatIsWrong(byte[] bytes) {
    AnalyzeTextBody body;
    try {
      body = AnalyzeTextBody.read(BodyReader.decoded(bytes), MOST_INGREDIENTS);
    } catch (ProblemException e) {
      assertThat(e.problem().kind().status()).isIn(400, 422);
      return;
    }
    assertThat(body.ingredients().map(List::size).orElse(0)).isLessThanOrEqualTo(MOST_INGREDIENTS);
    agrees(body, bytes);
  }

  private static void agrees(AnalyzeTextBody body, byte[] bytes) {
    JsonNode other = otherwiseRead(bytes);
    body.text().ifPresent(text -> assertThat(text).isEqualTo(whole(other.get("text"))));
    body.userId().ifPresent(user -> assertThat(user).isEqualTo(whole(other.get("userId"))));
    body.ingredients()
        .ifPresent(read -> assertThat(read).isEqualTo(wholes(other.get("ingredients"))));
  }

  private static JsonNode otherwiseRead(byte[] bytes) {
    try {
      return OTHER_READER.readTree(BodyReader.decoded(bytes));
    } catch (JacksonException e) {
      throw new AssertionError("read what is no JSON", e);
    }
  }

  private static List<String> wholes(JsonNode array) {
    var wholes = new ArrayList<String>();
    array.forEach(node -> wholes.add(whole(node)));
    return wholes;
  }

  // Half a character is read as U+FFFD.
  private static String whole(JsonNode string) {
    return string.asString().replaceAll("\\p{Cs}", "\uFFFD");
  }
}
