package koalens.server.api;

import java.util.List;
import koalens.backend.analysis.Analysis;
import koalens.backend.analysis.AnalysisJson;
import koalens.backend.analysis.AnalysisRequest;
import koalens.backend.analysis.LabelAnalysis;
import koalens.backend.analysis.Trust;
import koalens.backend.configure.Limits;
import koalens.backend.people.Person;

/// `POST /analyze-text`.
final class AnalyzeText implements Endpoint {
  private final LabelAnalysis analysis;
  private final Limits limits;
  private final BodyReader bodies;
  private final AnalysisFields fields;
  private final Metrics metrics;

  AnalyzeText(
      LabelAnalysis analysis,
      Limits limits,
      BodyReader bodies,
      AnalysisFields fields,
      Metrics metrics) {
    this.analysis = analysis;
    this.limits = limits;
    this.bodies = bodies;
    this.fields = fields;
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
    return new AnalysisRequest(
        input(body),
        fields.userId(body.userId()),
        fields.language(body.language(), call),
        fields.options(body.language(), body.policy()),
        fields.provider(body.provider()),
        call.requestId(),
        call.caller().findPerson().map(Person::id));
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
    if (ingredients.stream().allMatch(AnalysisFields::isBlank)) {
      throw Problem.inField("ingredients", "ingredients must name at least one").exception();
    }
    for (int i = 0; i < ingredients.size(); i++) {
      AnalysisFields.requireLength(
          "ingredients[" + i + "]", ingredients.get(i), limits.textCharacters());
    }
    return new AnalysisRequest.Ingredients(ingredients);
  }

  private AnalysisRequest.Text text(String text, boolean complete) {
    if (AnalysisFields.isBlank(text)) {
      throw Problem.inField("text", "text must not be empty").exception();
    }
    AnalysisFields.requireLength("text", text, limits.textCharacters());
    return new AnalysisRequest.Text(text, complete ? Trust.WHOLE : Trust.INCOMPLETE);
  }
}
