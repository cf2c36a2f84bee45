package koalens.server.api;

import static koalens.server.TestServer.json;
import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Color;
import java.awt.Font;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import javax.imageio.ImageIO;
import koalens.server.TestServer;
import org.bytedeco.ffmpeg.ffmpeg;
import org.bytedeco.javacpp.Loader;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/// Every route that the published app calls, in the shapes it reads.
class PublishedAppTest {
  private static TestServer server;

  @TempDir private Path folder = Path.of(".");

  @BeforeAll
  static void start() {
    server = TestServer.start("TRUSTED_PROXIES=127.0.0.1");
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  private static HttpResponse<String> post(String path, String body, String... headers) {
    return server.send(
        server
            .request(path, headers)
            .setHeader("Content-Type", "application/json")
            .POST(BodyPublishers.ofString(body)));
  }

  private static String[] bearer(String token) {
    return new String[] {"Authorization", "Bearer " + token};
  }

  private static String newToken() {
    return json(server.method("POST", "/devices")).get("token").asString();
  }

  private static byte[] label(String... lines) throws IOException {
    var image = new BufferedImage(1200, 400, BufferedImage.TYPE_INT_RGB);
    var graphics = image.createGraphics();
    graphics.setColor(Color.WHITE);
    graphics.fillRect(0, 0, 1200, 400);
    graphics.setColor(Color.BLACK);
    graphics.setFont(new Font(Font.SANS_SERIF, Font.PLAIN, 36));
    for (int i = 0; i < lines.length; i++) {
      graphics.drawString(lines[i], 90, 120 + i * 52);
    }
    graphics.dispose();
    var bytes = new ByteArrayOutputStream();
    ImageIO.write(image, "png", bytes);
    return bytes.toByteArray();
  }

  private static String base64(byte[] bytes) {
    return Base64.getEncoder().encodeToString(bytes);
  }

  @Test
  void saysThatItLives() {
    assertThat(server.get("/api/health").body()).isEqualTo("{\"status\":\"ok\"}");
  }

  @ParameterizedTest
  @ValueSource(strings = {"/api/analyze/text", "/api/ai/analyze-text", "/api/ingredients/analyze"})
  void judgesATextAndSaysHowMuchOfTheMonthIsUsed(String path) {
    JsonNode answer =
        json(post(path, "{\"ingredients\":[\"Vatten\",\"Mjölk\",\"Arom\"]}", bearer(newToken())));
    assertThat(answer.get("success").asBoolean()).isTrue();
    assertThat(answer.get("isVegan").asBoolean()).isFalse();
    assertThat(names(answer.get("ingredientList"))).containsExactly("Vatten", "Mjölk", "Arom");
    assertThat(names(answer.get("veganIngredients"))).containsExactly("Vatten");
    assertThat(names(answer.get("nonVeganIngredients"))).containsExactly("Mjölk");
    assertThat(names(answer.get("uncertainIngredients"))).containsExactly("Arom");
    assertThat(answer.get("problemIngredient").asString()).isEqualTo("Mjölk");
    assertThat(answer.at("/watchedIngredients/0/name").asString()).isEqualTo("Mjölk");
    assertThat(answer.at("/watchedIngredients/0/reason").asString()).isEqualTo("non-vegan");
    assertThat(answer.at("/watchedIngredients/1/name").asString()).isEqualTo("Arom");
    assertUsage(answer, 1, 14);
  }

  private static List<String> names(JsonNode array) {
    return array.valueStream().map(JsonNode::asString).toList();
  }

  private static void assertUsage(JsonNode answer, int used, int remaining) {
    JsonNode usage = answer.get("usageInfo");
    assertThat(usage.get("analysesUsed").asInt()).isEqualTo(used);
    assertThat(usage.get("analysesLimit").asInt()).isEqualTo(15);
    assertThat(usage.get("remaining").asInt()).isEqualTo(remaining);
    assertThat(usage.get("isPremium").asBoolean()).isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {"/api/analyze/image", "/api/ai/analyze-image", "/api/image/analyze"})
  void judgesAPhoto(String path) throws IOException {
    byte[] photo = label("Ingredienser: vatten, socker,", "skummjölkspulver, salt.");
    JsonNode answer = json(post(path, "{\"image\":\"" + base64(photo) + "\"}", bearer(newToken())));
    assertThat(answer.get("success").asBoolean()).isTrue();
    assertThat(answer.get("status").asString()).isEqualTo("non-vegan");
    assertThat(answer.get("problemIngredient").asString()).isEqualTo("skummjölkspulver");
    assertThat(answer.get("readText").asString()).startsWith("Ingredienser: vatten");
    assertThat(answer.get("imageQualityIssues").isEmpty()).isTrue();
    assertUsage(answer, 1, 14);
  }

  @ParameterizedTest
  @ValueSource(strings = {"/api/video/analyze-video", "/api/analyze-video"})
  void judgesAFilmUnderResultWithIngredientsAsObjects(String path) throws Exception {
    String film = base64(film(label("Ingredienser: vatten, socker,", "skummjölkspulver, salt.")));
    JsonNode answer =
        json(
            post(
                path,
                "{\"base64Data\":\"" + film + "\",\"mimeType\":\"video/mp4\"}",
                bearer(newToken())));
    assertThat(answer.get("success").asBoolean()).as(answer.toString()).isTrue();
    JsonNode result = answer.get("result");
    assertThat(result.get("isVegan").asBoolean()).isFalse();
    JsonNode milk = result.at("/ingredientList/2");
    assertThat(milk.get("name").asString()).isEqualTo("skummjölkspulver");
    assertThat(milk.get("status").asString()).isEqualTo("non-vegan");
    assertThat(milk.get("statusColor").asString()).isEqualTo("red");
    assertThat(milk.get("description").asString()).isNotBlank();
    assertThat(result.at("/ingredientList/0/statusColor").asString()).isEqualTo("green");
    assertThat(names(result.get("veganIngredients"))).contains("vatten", "socker", "salt");
    assertThat(result.at("/watchedIngredients/0/name").asString()).isEqualTo("skummjölkspulver");
    assertThat(result.get("problemIngredient").asString()).isEqualTo("skummjölkspulver");
    assertThat(result.get("framesUsed").asInt()).isPositive();
    assertUsage(result, 1, 14);
  }

  /// The picture for two seconds, as a telephone films.
  private byte[] film(byte[] picture) throws Exception {
    Path still = Files.write(folder.resolve("still.png"), picture);
    Path film = folder.resolve("film.mp4");
    String program = Loader.load(ffmpeg.class);
    var builder =
        new ProcessBuilder(
                program,
                "-loop",
                "1",
                "-i",
                still.toString(),
                "-t",
                "2",
                "-r",
                "10",
                "-c:v",
                "mpeg4",
                "-q:v",
                "2",
                film.toString())
            .redirectErrorStream(true)
            .redirectOutput(folder.resolve("log").toFile());
    builder.environment().put("LD_LIBRARY_PATH", Path.of(program).resolveSibling("").toString());
    assertThat(builder.start().waitFor()).isZero();
    return Files.readAllBytes(film);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/api/analyze/text",
        "/api/ai/analyze-text",
        "/api/ingredients/analyze",
        "/api/analyze/image",
        "/api/ai/analyze-image",
        "/api/image/analyze",
        "/api/video/analyze-video",
        "/api/analyze-video",
        "/api/reports/ingredient"
      })
  void saysWhatIsWrongInTheShapeItReads(String path) {
    HttpResponse<String> empty = post(path, "{}");
    assertThat(empty.statusCode()).isEqualTo(400);
    assertFailure(empty, "UNUSABLE_FIELD");
    HttpResponse<String> broken = post(path, "{");
    assertThat(broken.statusCode()).isEqualTo(400);
    assertFailure(broken, "MALFORMED");
    HttpResponse<String> stranger = post(path, "{}", bearer("kld_nobody"));
    assertThat(stranger.statusCode()).isEqualTo(401);
    assertFailure(stranger, "UNAUTHENTICATED");
    assertThat(stranger.headers().firstValue("WWW-Authenticate")).hasValue("Bearer");
  }

  private static void assertFailure(HttpResponse<String> response, String error) {
    JsonNode answer = json(response);
    assertThat(answer.get("success").asBoolean()).isFalse();
    assertThat(answer.get("error").asString()).isEqualTo(error);
    assertThat(answer.get("message").asString()).isNotBlank();
  }

  @Test
  void refusesTheSixteenthAnalysisOfAMonth() {
    String token = newToken();
    HttpResponse<String> answer = post("/api/analyze/text", "{\"text\":\"Vatten\"}", bearer(token));
    for (int i = 1; i < 15; i++) {
      answer = post("/api/analyze/text", "{\"text\":\"Vatten\"}", bearer(token));
    }
    assertUsage(json(answer), 15, 0);
    HttpResponse<String> refused = post("/api/image/analyze", "{}", bearer(token));
    assertThat(refused.statusCode()).isEqualTo(429);
    assertThat(refused.headers().firstValueAsLong("Retry-After").orElse(0)).isPositive();
    assertFailure(refused, "LIMIT_REACHED");
  }

  @Test
  void countsUpToItsLimit() {
    String path = "/api/counters/somebody/analysis_count";
    assertThat(json(server.get(path)).get("value").asInt()).isZero();
    assertThat(json(post(path + "/increment", "{\"increment\":14}")).get("value").asInt())
        .isEqualTo(14);
    assertThat(json(server.get(path + "/limit")).get("has_reached_limit").asBoolean()).isFalse();
    JsonNode full = json(server.method("POST", path + "/increment"));
    assertThat(full.get("value").asInt()).isEqualTo(15);
    assertThat(full.get("limit").asInt()).isEqualTo(15);
    assertThat(full.get("remaining").asInt()).isZero();
    assertThat(full.get("is_limited").asBoolean()).isTrue();
    assertThat(full.get("has_reached_limit").asBoolean()).isTrue();
    assertThat(full.get("next_reset").asString()).endsWith("-01T00:00:00Z");
    assertFailure(post(path + "/increment", "{\"increment\":0}"), "UNUSABLE_FIELD");
    assertThat(json(server.get("/api/counters/somebody/other")).get("is_limited").asBoolean())
        .isFalse();
  }

  @Test
  void takesAReportOfAnIngredient() {
    HttpResponse<String> answer =
        post(
            "/api/reports/ingredient",
            "{\"ingredient\":\"sojagrädde\",\"feedback\":\"är vegansk\"}");
    assertThat(json(answer).get("success").asBoolean()).isTrue();
  }
}
