package koalens.server.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import koalens.server.TestServer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// Forms at random, none with a photo in it, sent to a server as clients of any quality send them.
class MultipartOverHttpTest {
  private static final int REQUESTS = 400;
  private static final List<Integer> REFUSALS = List.of(400, 413, 415, 422);
  private static final List<String> BOUNDARIES =
      List.of("b0undary", "\"b0undary\"", "b0undary; charset=x", "x".repeat(300), "", "other", "-");
  private static final List<String> NAMES =
      List.of(
          "; name=\"image\"",
          "; name=image",
          "; NAME=\"image\"; filename=\"å.jpg\"",
          "; filename=\"a.jpg\"",
          "",
          "; name=\"\"",
          "; name=\"image",
          "; name=\"language\"",
          "; name=\"\u0000\"");

  private static TestServer server;

  private final Random random = new Random(6);

  @BeforeAll
  static void start() {
    server = TestServer.start();
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  @Test
  void refusesEveryFormWithoutAPhotoAndGoesOnServing() {
    for (int i = 0; i < REQUESTS; i++) {
      String type = "multipart/form-data; boundary=" + any(BOUNDARIES);
      byte[] form = form();
      byte[] sent =
          random.nextInt(3) == 0 ? Arrays.copyOf(form, random.nextInt(form.length)) : form;
      HttpResponse<String> answer =
          server.send(
              server
                  .request(random.nextBoolean() ? "/analyze-image" : "/api/analyze/image")
                  .setHeader("Content-Type", type)
                  .POST(BodyPublishers.ofByteArray(sent)));
      assertThat(answer.statusCode())
          .as("request %d, %s: %s", i, type, answer.body())
          .isIn(REFUSALS);
    }
    assertThat(server.send(server.request("/health").GET()).statusCode()).isEqualTo(200);
  }

  private byte[] form() {
    var form = new ByteArrayOutputStream();
    int parts = random.nextInt(20) == 0 ? 60 : random.nextInt(4);
    for (int part = 0; part < parts; part++) {
      write(form, "--b0undary\r\n");
      write(form, head());
      write(form, random.nextInt(8) == 0 ? "\n\n" : "\r\n\r\n");
      var bytes = new byte[random.nextInt(200)];
      random.nextBytes(bytes);
      form.writeBytes(bytes);
      write(form, random.nextInt(8) == 0 ? "" : "\r\n");
    }
    write(form, random.nextInt(4) == 0 ? "--b0undary" : "--b0undary--\r\n");
    return form.toByteArray();
  }

  private String head() {
    String disposition = "Content-Disposition: form-data" + any(NAMES);
    return switch (random.nextInt(6)) {
      case 0 -> disposition + "\r\nX-Long: " + "y".repeat(random.nextInt(100_000));
      case 1 -> "Content-Type: image/jpeg";
      case 2 -> disposition.replace(": ", ":\t").toLowerCase(Locale.ROOT);
      default -> disposition + "\r\nContent-Type: image/jpeg";
    };
  }

  private String any(List<String> values) {
    return values.get(random.nextInt(values.size()));
  }

  private static void write(ByteArrayOutputStream form, String text) {
    form.writeBytes(text.getBytes(StandardCharsets.UTF_8));
  }
}
