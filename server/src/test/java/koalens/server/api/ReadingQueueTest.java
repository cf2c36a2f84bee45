package koalens.server.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.BufferedReader;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.Socket;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Collections;
import java.util.List;
import javax.imageio.ImageIO;
import koalens.server.TestServer;
import org.junit.jupiter.api.Test;

/// One reader and no place to wait: who comes second is told so, and who leaves sets it free.
class ReadingQueueTest {
  private static final int PATIENCE = 240;

  private static String photo(List<String> lines) throws IOException {
    var image = new BufferedImage(1500, 160 + 44 * lines.size(), BufferedImage.TYPE_INT_RGB);
    Graphics2D graphics = image.createGraphics();
    graphics.setRenderingHint(
        RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
    graphics.setColor(Color.WHITE);
    graphics.fillRect(0, 0, image.getWidth(), image.getHeight());
    graphics.setColor(Color.BLACK);
    graphics.setFont(new Font(Font.SANS_SERIF, Font.PLAIN, 30));
    for (int i = 0; i < lines.size(); i++) {
      graphics.drawString(lines.get(i), 80, 100 + 44 * i);
    }
    graphics.dispose();
    var bytes = new ByteArrayOutputStream();
    ImageIO.write(image, "png", bytes);
    return "{\"image\":\"" + Base64.getEncoder().encodeToString(bytes.toByteArray()) + "\"}";
  }

  // So long that it is surely not done when the next one comes.
  private static String longMilkList() throws IOException {
    var lines =
        new java.util.ArrayList<>(
            Collections.nCopies(
                60,
                "vatten, socker, skummjölkspulver, rapsolja, vetemjöl, jäst, salt, kakao, havre,"));
    lines.addFirst("Ingredienser: vatten, socker,");
    return photo(lines);
  }

  private static HttpResponse<String> ask(TestServer server, String body) {
    return ask(server, "/analyze-image", body);
  }

  private static HttpResponse<String> ask(TestServer server, String path, String body) {
    return server.send(
        server
            .request(path, "Content-Type", "application/json")
            .POST(BodyPublishers.ofString(body)));
  }

  @Test
  void refusesWhatItHasNoPlaceForAndStopsReadingForWhoIsGone() throws Exception {
    try (TestServer server = TestServer.start("MAX_READINGS=1", "MAX_WAITING_READINGS=0")) {
      String small = photo(List.of("Ingredienser: vatten, socker,", "rapsolja, salt."));
      try (Socket gone = server.connect()) {
        gone.setSoTimeout(120_000);
        send(gone, longMilkList(), "text/event-stream");
        awaitLine(gone, "\"step\":\"reading\"");
        for (String path : List.of("/analyze-image", "/api/analyze/image")) {
          HttpResponse<String> second = ask(server, path, small);
          assertThat(second.statusCode()).as(second.body()).isEqualTo(503);
          assertThat(second.headers().firstValueAsLong("Retry-After").orElse(0)).isGreaterThan(1);
          assertThat(second.body()).contains("wait to be read");
        }
      }
      assertThat(untilRead(server, small).body()).contains("\"status\":\"vegan\"");
      assertThat(server.get("/metrics").body())
          .contains("koalens_analyses_total{status=\"vegan\"} 1.0")
          .doesNotContain("koalens_analyses_total{status=\"non-vegan\"}");
    }
  }

  @Test
  void stopsReadingForWhoIsGoneWithoutHavingAskedForEvents() throws Exception {
    try (TestServer server = TestServer.start("MAX_READINGS=1", "MAX_WAITING_READINGS=0")) {
      String small = photo(List.of("Ingredienser: vatten, socker,", "rapsolja, salt."));
      try (Socket gone = server.connect()) {
        send(gone, longMilkList(), "application/json");
        awaitBusy(server, small);
        assertThat(gone.getInputStream().available()).isZero();
      }
      assertThat(untilRead(server, small).body()).contains("\"status\":\"vegan\"");
      assertThat(server.get("/metrics").body())
          .doesNotContain("koalens_analyses_total{status=\"non-vegan\"}");
    }
  }

  private static void awaitBusy(TestServer server, String body) throws InterruptedException {
    for (int i = 0; !server.get("/metrics").body().contains("requests_active 1.0"); i++) {
      assertThat(i).as("the long request has not come").isLessThan(PATIENCE);
      Thread.sleep(50);
    }
    for (int i = 0; ask(server, body).statusCode() != 503; i++) {
      assertThat(i).as("the reader was never busy").isLessThan(PATIENCE);
      Thread.sleep(50);
    }
  }

  private static HttpResponse<String> untilRead(TestServer server, String body)
      throws InterruptedException {
    HttpResponse<String> answer = ask(server, body);
    for (int i = 0; i < PATIENCE && answer.statusCode() == 503; i++) {
      Thread.sleep(500);
      answer = ask(server, body);
    }
    return answer;
  }

  private static void send(Socket socket, String body, String accept) throws IOException {
    byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
    OutputStream out = socket.getOutputStream();
    out.write(
        """
        POST /analyze-image HTTP/1.1\r
        Host: localhost\r
        Accept: %s\r
        Content-Type: application/json\r
        Content-Length: %d\r
        \r
        """
            .formatted(accept, bytes.length)
            .getBytes(StandardCharsets.UTF_8));
    out.write(bytes);
    out.flush();
  }

  private static void awaitLine(Socket socket, String part) throws IOException {
    var lines =
        new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8));
    for (String line = lines.readLine(); line != null; line = lines.readLine()) {
      if (line.contains(part)) {
        return;
      }
    }
    throw new AssertionError("the events ended without " + part);
  }
}
