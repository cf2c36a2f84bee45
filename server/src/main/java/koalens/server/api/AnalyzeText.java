package koalens.server.api;

import io.helidon.http.HeaderNames;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import koalens.backend.analysis.Analysis;
import koalens.backend.analysis.AnalysisJson;
import koalens.backend.analysis.AnalysisRequest;
import koalens.backend.analysis.LabelAnalysis;
import koalens.backend.analysis.Trust;
import koalens.backend.configure.Limits;
import koalens.backend.people.Person;
import koalens.engine.verdict.LabelOptions;
import koalens.engine.verdict.Policy;

/// `POST /analyze-text`.
final class AnalyzeText implements Endpoint {
  private static final int LONGEST_USER_ID = 200;

  private final LabelAnalysis analysis;
  private final List<String> providers;
  private final Limits limits;
  private final BodyReader bodies;
  private final Languages languages;
  private final Metrics metrics;

  AnalyzeText(
      LabelAnalysis analysis,
      List<String> providers,
      Limits limits,
      BodyReader bodies,
      Languages languages,
      Metrics metrics) {
    this.analysis = analysis;
    this.providers = List.copyOf(providers);
    this.limits = limits;
    this.bodies = bodies;
    this.languages = languages;
    this.metrics = metrics;
  }

  @Override
  public Answer answer(Call call) {
    return Answer.json(AnalysisJson.answer(analyze(call)));
  }

  /// The analysis that the call asks for.
  Analysis analyze(Call call) {
    AnalyzeTextBody body = AnalyzeTextBody.read(bodies.json(call), limits.ingredients());
    Analysis answer = analysis.analyze(request(body, call), AttendedConnections.current());
    metrics.countAnalysis(answer.status());
    return answer;
  }

  private AnalysisRequest request(AnalyzeTextBody body, Call call) {
    body.userId().ifPresent(AnalyzeText::requireUserId);
    return new AnalysisRequest(
        input(body),
        body.userId(),
        language(body.language(), call),
        options(body),
        body.provider().map(this::provider),
        call.requestId(),
        call.caller().findPerson().map(Person::id));
  }

  private String language(Optional<String> wanted, Call call) {
    return wanted
        .map(languages::requireKnown)
        .filter(languages::isSpoken)
        .or(() -> call.header(HeaderNames.ACCEPT_LANGUAGE).flatMap(languages::preferred))
        .orElse(AnalysisRequest.AS_DETECTED);
  }

  private LabelOptions options(AnalyzeTextBody body) {
    return new LabelOptions(
        body.language().map(languages::requireKnown),
        body.policy().map(AnalyzeText::policy).orElse(Policy.STRICT));
  }

  static Policy policy(String word) {
    try {
      return Policy.named(word);
    } catch (IllegalArgumentException e) {
      throw Problem.inField("policy", "policy must be strict or pragmatic").exception();
    }
  }

  private AnalysisRequest.Input input(AnalyzeTextBody body) {
    if (body.ingredients().isPresent() && body.text().isPresent()) {
      throw Problem.inField("text", "give ingredients or text, not both").exception();
    }
    if (body.ingredients().isPresent() && !body.complete()) {
      throw Problem.inField("complete", "complete goes with text").exception();
    }
    return body.ingredients()
        .<AnalysisRequest.Input>map(this::ingredients)
        .or(() -> body.text().map(text -> text(text, body.complete())))
        .orElseThrow(
            () -> Problem.inField("ingredients", "ingredients or text is missing").exception());
  }

  private AnalysisRequest.Ingredients ingredients(List<String> ingredients) {
    if (ingredients.stream().allMatch(AnalyzeText::isBlank)) {
      throw Problem.inField("ingredients", "ingredients must name at least one").exception();
    }
    for (int i = 0; i < ingredients.size(); i++) {
      requireLength("ingredients[" + i + "]", ingredients.get(i), limits.textCharacters());
    }
    return new AnalysisRequest.Ingredients(ingredients);
  }

  private AnalysisRequest.Text text(String text, boolean complete) {
    if (isBlank(text)) {
      throw Problem.inField("text", "text must not be empty").exception();
    }
    requireLength("text", text, limits.textCharacters());
    return new AnalysisRequest.Text(text, complete ? Trust.WHOLE : Trust.INCOMPLETE);
  }

  private static void requireLength(String field, String value, int longest) {
    if (value.length() > longest) {
      throw Problem.inField(field, "%s may have %d characters".formatted(field, longest))
          .exception();
    }
  }

  static void requireUserId(String userId) {
    if (isBlank(userId) || userId.codePoints().anyMatch(Character::isISOControl)) {
      throw Problem.inField("userId", "userId must have visible characters only").exception();
    }
    requireLength("userId", userId, LONGEST_USER_ID);
  }

  private String provider(String name) {
    String known = name.toLowerCase(Locale.ROOT);
    if (!providers.contains(known)) {
      throw Problem.inField("provider", "provider must be " + String.join(" or ", providers))
          .exception();
    }
    return known;
  }

  // Spaces, controls and invisible marks alone name nothing.
  private static boolean isBlank(String text) {
    return text.codePoints().allMatch(AnalyzeText::isInvisible);
  }

  private static boolean isInvisible(int codePoint) {
    return Character.isWhitespace(codePoint)
        || Character.isSpaceChar(codePoint)
        || Character.isISOControl(codePoint)
        || Character.getType(codePoint) == Character.FORMAT;
  }
}
