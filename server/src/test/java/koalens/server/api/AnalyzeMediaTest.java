package koalens.server.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import koalens.server.TestServer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class AnalyzeMediaTest {
  private static TestServer server;

  @BeforeAll
  static void start() {
    server = TestServer.start();
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  private static HttpResponse<String> json(String path, String body, String... headers) {
    return server.send(
        server
            .request(path, headers)
            .setHeader("Content-Type", "application/json")
            .POST(BodyPublishers.ofString(body)));
  }

  private static HttpResponse<String> form(String path, byte[] file, String field) {
    return new SentMedium(file).asForm(server, path, field, Map.of("language", "en"));
  }

  private static String base64(byte[] bytes) {
    return Base64.getEncoder().encodeToString(bytes);
  }

  @Test
  void judgesAPhotoSentAsAForm() throws IOException {
    byte[] photo = SentMedium.photo("Ingredienser: vatten, socker,", "skummjölkspulver, salt.");
    JsonNode answer = TestServer.json(form("/analyze-image", photo, "image"));
    assertThat(answer.get("status").asString()).isEqualTo("non-vegan");
    assertThat(answer.get("readText").asString())
        .isEqualTo("Ingredienser: vatten, socker, skummjölkspulver, salt.");
    assertThat(answer.get("reasoning").asString()).startsWith("Contains");
    assertThat(answer.get("imageQualityIssues").isEmpty()).isTrue();
    assertThat(answer.get("framesUsed").asInt()).isEqualTo(1);
    JsonNode milk = answer.get("ingredients").get(2);
    assertThat(
            answer
                .get("readText")
                .asString()
                .substring(milk.get("start").asInt(), milk.get("end").asInt()))
        .isEqualTo("skummjölkspulver");
  }

  @Test
  void judgesAPhotoSentAsBase64AndAsADataUri() throws IOException {
    String photo = base64(SentMedium.photo("Ingredienser: vatten, socker,", "rapsolja, salt."));
    for (String image : List.of(photo, "data:image/png;base64," + photo)) {
      JsonNode answer = TestServer.json(json("/analyze-image", "{\"image\":\"" + image + "\"}"));
      assertThat(answer.get("status").asString()).isEqualTo("vegan");
      assertThat(answer.get("ingredientList").size()).isEqualTo(4);
    }
  }

  @Test
  void neverCallsVeganWhatItCouldNotRead() throws IOException {
    byte[] photo = SentMedium.photo("vatten, socker", "salt");
    JsonNode answer =
        TestServer.json(
            json("/analyze-image", "{\"image\":\"" + base64(photo) + "\",\"language\":\"sv\"}"));
    assertThat(answer.get("status").asString()).isEqualTo("unknown");
    assertThat(answer.get("isVegan").isNull()).isTrue();
    assertThat(answer.get("complete").asBoolean()).isFalse();
    assertThat(answer.get("imageQualityIssues").get(0).asString()).isEqualTo("NOT_A_LABEL");
    assertThat(answer.get("imageQualityAdvice").get(0).asString()).contains("Ingredienser");
  }

  @Test
  void tellsItsStepsAsEvents() throws IOException {
    String body =
        "{\"image\":\"" + base64(SentMedium.photo("Ingredienser: vatten, socker,", "ägg.")) + "\"}";
    HttpResponse<String> response = json("/analyze-image", body, "Accept", "text/event-stream");
    assertThat(response.headers().firstValue("Content-Type")).hasValue("text/event-stream");
    assertThat(response.body())
        .containsSubsequence(
            "{\"step\":\"received\"}",
            "{\"step\":\"waiting\",\"ahead\":",
            "{\"step\":\"reading\",\"done\":",
            "{\"step\":\"judging\"}",
            "event: result",
            "\"status\":\"non-vegan\"");
  }

  @Test
  void judgesAFilmSentAsAFormAndTellsItsSteps() throws IOException {
    HttpResponse<String> events =
        new SentMedium(SentMedium.film())
            .asForm(server, "/analyze-video", "video", Map.of(), "Accept", "text/event-stream");
    assertThat(events.body())
        .containsSubsequence(
            "{\"step\":\"received\"}",
            "{\"step\":\"reading\",\"done\":0,\"of\":",
            "{\"step\":\"judging\"}",
            "event: result",
            "\"status\":\"vegan\"",
            SentMedium.FILMED);
  }

  @Test
  void judgesAFilmSentAsBase64AndSaysHowManyFramesItUsed() throws IOException {
    String film = "data:video/webm;base64," + base64(SentMedium.film());
    JsonNode answer = TestServer.json(json("/analyze-video", "{\"base64Data\":\"" + film + "\"}"));
    assertThat(answer.get("status").asString()).isEqualTo("vegan");
    assertThat(answer.get("readText").asString()).isEqualTo(SentMedium.FILMED);
    assertThat(answer.get("framesUsed").asInt()).isBetween(2, 4);
  }

  @Test
  void saysInAnEventWhyAPhotoCannotBeRead() {
    HttpResponse<String> response =
        json(
            "/analyze-image",
            "{\"image\":\"" + base64(new byte[40]) + "\"}",
            "Accept",
            "text/event-stream");
    assertThat(response.body()).contains("event: problem", "\"status\":415");
  }

  @Test
  void namesTheFieldAtFault() throws IOException {
    assertProblem(json("/analyze-image", "{}"), 422, "image");
    assertProblem(json("/analyze-image", "{\"image\":\"no base64!\"}"), 422, "image");
    assertProblem(json("/analyze-image", "{\"image\":\"\"}"), 422, "image");
    assertProblem(
        json("/analyze-video", "{\"base64Data\":\"data:video/mp4,abc\"}"), 422, "base64Data");
    assertProblem(form("/analyze-image", SentMedium.photo("Salt"), "file"), 422, "image");
    byte[] cut = java.util.Arrays.copyOf(SentMedium.photo("Salt"), 900);
    assertProblem(form("/analyze-image", cut, "image"), 422, "image");
    assertProblem(
        json(
            "/analyze-image",
            "{\"image\":\"" + base64(SentMedium.photo("Salt")) + "\",\"policy\":\"lax\"}"),
        422,
        "policy");
  }

  private static void assertProblem(HttpResponse<String> response, int status, String field) {
    assertThat(response.statusCode()).as(response.body()).isEqualTo(status);
    assertThat(TestServer.json(response).get("field").asString()).isEqualTo(field);
  }

  @Test
  void refusesWhatIsNoFormAndNoJson() {
    HttpResponse<String> text =
        server.send(
            server
                .request("/analyze-image", "Content-Type", "text/plain")
                .POST(BodyPublishers.ofString("hello")));
    assertThat(text.statusCode()).isEqualTo(415);
    HttpResponse<String> broken =
        server.send(
            server
                .request("/analyze-image", "Content-Type", "multipart/form-data; boundary=x")
                .POST(BodyPublishers.ofString("--x\r\nno end")));
    assertThat(broken.statusCode()).isEqualTo(400);
  }

  @Test
  void refusesAFilmAsAPhotoAndAPhotoAsAFilm() throws IOException {
    assertThat(form("/analyze-video", SentMedium.photo("Salt"), "video").statusCode())
        .isEqualTo(415);
    byte[] film =
        ("\u0000\u0000\u0000\u0018ftypmp42" + "x".repeat(100))
            .getBytes(StandardCharsets.ISO_8859_1);
    assertThat(form("/analyze-image", film, "image").statusCode()).isEqualTo(415);
  }
}
