package koalens.backend.analysis;

import java.util.OptionalDouble;
import koalens.engine.knowledge.Status;
import koalens.engine.parsing.Role;

/// Properties of JSON objects that follow from an explanation alone, in UTF-8, without the braces
/// around them. Immutable: nobody writes into what it hands out.
final class ExplanationJson {
  private static final int AROUND = 400;
  private static final int AN_INGREDIENT = 320;
  private static final int A_KEPT_INGREDIENT = 120;

  private final byte[] answer;
  private final byte[] keptVerdict;
  private final byte[] keptIngredients;

  private ExplanationJson(byte[] answer, byte[] keptVerdict, byte[] keptIngredients) {
    this.answer = answer;
    this.keptVerdict = keptVerdict;
    this.keptIngredients = keptIngredients;
  }

  static ExplanationJson of(Explanation explanation) {
    int ingredients = explanation.ingredients().size();
    var answer = new JsonText(AROUND + AN_INGREDIENT * ingredients);
    writeVerdict(explanation, answer);
    writeIngredients(explanation, answer);
    writeReading(explanation, answer);
    var verdict = new JsonText(AROUND);
    keepVerdict(explanation, verdict);
    var kept = new JsonText(A_KEPT_INGREDIENT * (1 + ingredients));
    kept.name("ingredients").open('[');
    explanation.ingredients().forEach(ingredient -> keep(ingredient, kept));
    kept.close(']');
    return new ExplanationJson(answer.bytes(), verdict.bytes(), kept.bytes());
  }

  /// What every door shows.
  byte[] answer() {
    return answer;
  }

  /// What the ledger keeps, without the ingredients.
  byte[] keptVerdict() {
    return keptVerdict;
  }

  /// The ingredients as the ledger keeps them.
  byte[] keptIngredients() {
    return keptIngredients;
  }

  /// How many bytes it holds.
  int length() {
    return answer.length + keptVerdict.length + keptIngredients.length;
  }

  private static void keepVerdict(Explanation explanation, JsonText json) {
    json.number("confidence", hundredths(explanation.confidence()));
    json.string("policy", explanation.policy().word());
    if (explanation.claimContradicted()) {
      json.bool("claimContradicted", true);
    }
    json.string("reasoning", explanation.reasoning());
    json.plain("language", explanation.language());
    json.plain("detectedLanguage", explanation.detectedLanguage());
    json.bool("listFound", explanation.listFound()).bool("truncated", explanation.truncated());
    if (!explanation.complete()) {
      json.bool("incomplete", true);
    }
  }

  private static void keep(AnalyzedIngredient ingredient, JsonText json) {
    json.open('{').string("name", ingredient.name());
    json.plain("reasonCode", AnalysisJson.word(ingredient.reasonCode()));
    if (ingredient.reasonCode().isAdvice()) {
      json.plain("source", ingredient.source().word()).string("reason", ingredient.reason());
    }
    ingredient.entry().ifPresent(entry -> json.plain("entry", entry));
    json.number("start", ingredient.start()).number("end", ingredient.end());
    if (ingredient.role() != Role.DECLARED) {
      json.plain("role", AnalysisJson.word(ingredient.role()));
    }
    ingredient.percent().ifPresent(percent -> json.number("percent", percent));
    if (ingredient.depth() > 0) {
      json.number("depth", ingredient.depth());
    }
    json.close('}');
  }

  private static void writeVerdict(Explanation explanation, JsonText json) {
    explanation
        .isVegan()
        .ifPresentOrElse(vegan -> json.bool("isVegan", vegan), () -> json.nothing("isVegan"));
    json.plain("status", explanation.status().word());
    json.plain("policy", explanation.policy().word());
    json.bool("claimContradicted", explanation.claimContradicted());
    json.number("confidence", hundredths(explanation.confidence()));
  }

  // Rounded down: nearly certain never reads as certain.
  private static double hundredths(double share) {
    return Math.floor(share * 100) / 100;
  }

  private static void writeIngredients(Explanation explanation, JsonText json) {
    json.name("ingredients").open('[');
    explanation.ingredients().forEach(ingredient -> write(ingredient, json));
    json.close(']');
    json.strings("ingredientList", explanation.ingredientList());
    json.strings("nonVeganIngredients", explanation.contentsThatAre(Status.NON_VEGAN));
    json.strings("uncertainIngredients", explanation.contentsThatAre(Status.MAYBE_VEGAN));
    json.strings("unknownIngredients", explanation.contentsThatAre(Status.UNKNOWN));
    json.strings("traceIngredients", explanation.traceIngredients());
  }

  private static void write(AnalyzedIngredient ingredient, JsonText json) {
    json.open('{').string("name", ingredient.name());
    json.plain("status", ingredient.status().word());
    json.string("reason", ingredient.reason());
    json.plain("reasonCode", AnalysisJson.word(ingredient.reasonCode()));
    json.plain("source", ingredient.source().word());
    json.plain("role", AnalysisJson.word(ingredient.role()));
    ingredient
        .entry()
        .ifPresentOrElse(entry -> json.plain("entry", entry), () -> json.nothing("entry"));
    json.number("start", ingredient.start()).number("end", ingredient.end());
    writePercent(ingredient.percent(), json);
    json.number("depth", ingredient.depth()).close('}');
  }

  private static void writePercent(OptionalDouble percent, JsonText json) {
    percent.ifPresentOrElse(share -> json.number("percent", share), () -> json.nothing("percent"));
  }

  private static void writeReading(Explanation explanation, JsonText json) {
    json.string("reasoning", explanation.reasoning());
    json.plain("language", explanation.language());
    json.plain("detectedLanguage", explanation.detectedLanguage());
    json.bool("listFound", explanation.listFound()).bool("truncated", explanation.truncated());
    json.bool("complete", explanation.complete());
  }
}
