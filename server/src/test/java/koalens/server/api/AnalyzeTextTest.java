package koalens.server.api;

import static koalens.server.TestServer.json;
import static koalens.server.TestServer.quoted;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.List;
import java.util.stream.StreamSupport;
import koalens.server.TestServer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

class AnalyzeTextTest {
  private static TestServer server;

  @BeforeAll
  static void start() {
    server = TestServer.start();
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  private static JsonNode analysis(String body, String... headers) {
    HttpResponse<String> response = server.ask(body, headers);
    assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
    return json(response);
  }

  private static JsonNode text(String text, String... headers) {
    return analysis("{\"text\":" + quoted(text) + "}", headers);
  }

  private static List<String> strings(JsonNode array) {
    return StreamSupport.stream(array.spliterator(), false).map(JsonNode::asString).toList();
  }

  private static JsonNode ingredient(JsonNode analysis, String name) {
    return StreamSupport.stream(analysis.get("ingredients").spliterator(), false)
        .filter(ingredient -> ingredient.get("name").asString().equals(name))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void answersTheSameLabelTheSameButForTheMarksOfEachAnswer() {
    String body = "{\"text\":\"Ingredienser: vatten, kaka (mjöl 3 %, mjölk), blixtragurium\"}";
    HttpResponse<String> first = server.ask(body, "X-Request-Id", "one");
    HttpResponse<String> second = server.ask(body, "X-Request-Id", "one");
    assertThat(json(second).get("id")).isNotEqualTo(json(first).get("id"));
    assertThat(withoutMarks(second.body())).isEqualTo(withoutMarks(first.body()));
    assertThat(second.headers().map().keySet()).isEqualTo(first.headers().map().keySet());
    assertThat(server.get("/metrics").body()).containsPattern("koalens_labels_met_total [1-9]");
  }

  private static String withoutMarks(String answer) {
    return answer.replaceAll("\"(id|at)\":\"[^\"]+\"", "").replaceAll("\"durationMs\":\\d+", "");
  }

  @Test
  void namesMilkWithItsReason() {
    JsonNode answer =
        analysis(
            """
            {"ingredients":["Vatten","Socker","Salt","Mjölk"],"userId":"test-user"}\
            """);
    assertThat(answer.get("isVegan").isBoolean()).isTrue();
    assertThat(answer.get("isVegan").asBoolean()).isFalse();
    assertThat(answer.get("status").asString()).isEqualTo("non-vegan");
    assertThat(strings(answer.get("nonVeganIngredients"))).containsExactly("Mjölk");
    assertThat(strings(answer.get("ingredientList")))
        .containsExactly("Vatten", "Socker", "Salt", "Mjölk");
    assertThat(ingredient(answer, "Mjölk").get("reason").asString()).contains("animalisk");
    assertThat(answer.get("reasoning").asString()).isEqualTo("Innehåller mjölk.");
    assertThat(answer.get("confidence").asDouble()).isEqualTo(1);
  }

  @Test
  void placesRefersToTheIngredientsJoined() {
    JsonNode milk =
        ingredient(
            analysis("{\"ingredients\":[\"Vatten\",\"Socker\",\"Salt\",\"Mjölk\"]}"), "Mjölk");
    assertThat("Vatten, Socker, Salt, Mjölk".substring(start(milk), end(milk))).isEqualTo("Mjölk");
  }

  @Test
  void placesReferToTheTextAsSent() {
    String label = "Ingredienser: Havremjölk, socker, vassle.";
    JsonNode whey = ingredient(text(label), "vassle");
    assertThat(label.substring(start(whey), end(whey))).isEqualTo("vassle");
  }

  private static int start(JsonNode ingredient) {
    return ingredient.get("start").asInt();
  }

  private static int end(JsonNode ingredient) {
    return ingredient.get("end").asInt();
  }

  @Test
  void keepsTracesApartFromContents() {
    JsonNode answer = text("Ingredienser: Vatten, salt. Kan innehålla spår av mjölk.");
    assertThat(answer.get("isVegan").asBoolean()).isTrue();
    assertThat(strings(answer.get("traceIngredients"))).containsExactly("mjölk");
    assertThat(strings(answer.get("nonVeganIngredients"))).isEmpty();
    assertThat(ingredient(answer, "mjölk").get("role").asString()).isEqualTo("trace");
  }

  @Test
  void saysNothingWhereNothingIsKnown() {
    JsonNode answer = text("Vatten, blixtragurium");
    assertThat(answer.get("isVegan").isNull()).isTrue();
    assertThat(answer.get("status").asString()).isEqualTo("unknown");
    assertThat(strings(answer.get("unknownIngredients"))).containsExactly("blixtragurium");
    assertThat(answer.get("confidence").asDouble()).isZero();
  }

  @Test
  void neverCallsVeganATextThatIsSaidToBeAPart() {
    String whole = "{\"text\":\"Havre, socker,\",\"language\":\"sv\"%s}";
    JsonNode part = analysis(whole.formatted(",\"complete\":false"));
    assertThat(part.get("status").asString()).isEqualTo("unknown");
    assertThat(part.get("isVegan").isNull()).isTrue();
    assertThat(part.get("complete").asBoolean()).isFalse();
    assertThat(part.get("reasoning").asString()).contains("inte säkert att hela listan");
    JsonNode confirmed = analysis(whole.formatted(",\"complete\":true"));
    assertThat(confirmed.get("isVegan").asBoolean()).isTrue();
    assertThat(confirmed.get("complete").asBoolean()).isTrue();
    assertThat(text("Havre, socker").get("complete").asBoolean()).isTrue();
  }

  @Test
  void findsAnimalsInAPart() {
    JsonNode part = analysis("{\"text\":\"Havre, mjölk,\",\"complete\":false}");
    assertThat(part.get("status").asString()).isEqualTo("non-vegan");
  }

  @Test
  void namesThePartThatDecidesNotTheWhole() {
    JsonNode answer = text("Ingredienser: Kaka (socker, vassle), vatten");
    assertThat(answer.get("reasoning").asString()).isEqualTo("Innehåller vassle.");
    assertThat(ingredient(answer, "vassle").get("depth").asInt()).isEqualTo(1);
  }

  @ParameterizedTest
  @CsvSource({
    "'Vatten, mjölk', '', '', Innehåller mjölk.",
    "'Water, milk', '', '', Contains milk.",
    "'Vatten, mjölk', en, '', Contains mjölk.",
    "'Vatten, mjölk', en-GB, '', Contains mjölk.",
    "'Water, milk', '', 'sv-SE,en;q=0.5', Innehåller milk.",
    "'Vatten, mjölk', '', 'de,en;q=0.5', Contains mjölk.",
    "'Water, milk', '', de, Contains milk.",
    "'Water, milk', '', ;;;, Contains milk.",
    "'Water, milk', sv, en, Innehåller milk."
  })
  void givesReasonsInTheLanguageAskedFor(
      String label, String language, String accept, String expected) {
    String field = language.isEmpty() ? "" : ",\"language\":" + quoted(language);
    String body = "{\"text\":" + quoted(label) + field + "}";
    JsonNode answer = accept.isEmpty() ? analysis(body) : analysis(body, "Accept-Language", accept);
    assertThat(answer.get("reasoning").asString()).isEqualTo(expected);
  }

  @Test
  void takesTheEmbeddedEngineAsProvider() {
    JsonNode answer = analysis("{\"text\":\"Vatten\",\"provider\":\"local\"}");
    assertThat(answer.get("provider").asString()).isEqualTo("local");
    assertThat(answer.get("model").isNull()).isTrue();
    assertThat(answer.get("assignment").asString()).isEqualTo("forced");
    assertThat(answer.get("assignedProvider").asString()).isEqualTo("local");
    assertThat(answer.get("providerNotice").isNull()).isTrue();
  }

  @Test
  void passesOverUnknownAndRepeatedFields() {
    JsonNode answer =
        analysis(
            """
            {"a":{"b":[1,{}]},"text":"Vatten","text":"Mjölk","userId":null,"ingredients":null}\
            """);
    assertThat(answer.get("status").asString()).isEqualTo("non-vegan");
  }

  @Test
  void carriesTheRequestIdThroughTheAnswer() {
    JsonNode answer = text("Vatten", "X-Request-Id", "order-66");
    assertThat(answer.get("requestId").asString()).isEqualTo("order-66");
  }
}
