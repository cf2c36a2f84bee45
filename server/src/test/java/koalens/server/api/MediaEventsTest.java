package koalens.server.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class MediaEventsTest {
  @Test
  @Timeout(60)
  void endWhenTheReaderFailsBeyondRecovery() throws IOException {
    var out = new ByteArrayOutputStream();
    var statuses = new ArrayList<Integer>();
    new MediaEvents(
            _ -> {
              throw new UnsatisfiedLinkError("no such library");
            })
        .writeTo(out, statuses::add);
    assertThat(out.toString(StandardCharsets.UTF_8)).contains("received");
    assertThat(statuses).containsExactly(500);
  }
}
