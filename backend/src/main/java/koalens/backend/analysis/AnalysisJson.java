package koalens.backend.analysis;

import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import koalens.backend.experiment.Assignment;
import koalens.backend.reading.Corner;
import koalens.backend.reading.QualityIssue;
import koalens.backend.reading.ReadLine;
import koalens.engine.knowledge.ReasonCode;
import koalens.engine.parsing.Role;

/// Writes an analysis as JSON. Thread-safe.
public final class AnalysisJson {
  private static final int AROUND = 600;
  private static final Map<ReasonCode, String> REASONS = words(ReasonCode.class);
  private static final Map<Role, String> ROLES = words(Role.class);

  private AnalysisJson() {}

  /// The analysis as every door shows it: a JSON object on one line, in UTF-8.
  public static byte[] answer(Analysis analysis) {
    byte[] explanation = analysis.written().json().answer();
    var json = new JsonText(AROUND + explanation.length);
    json.open('{').plain("id", analysis.id()).properties(explanation);
    writeCircumstances(analysis, json);
    return json.close('}').bytes();
  }

  /// What the ledger keeps of the analysis beside its columns, under the names the answer uses.
  /// Sentences that follow from a reason code are left out, and so is a role `declared`, a depth of
  /// 0, and what is not said.
  public static String kept(Analysis analysis) {
    ExplanationJson explanation = analysis.written().json();
    byte[] verdict = explanation.keptVerdict();
    byte[] ingredients = explanation.keptIngredients();
    var json = new JsonText(AROUND + verdict.length + ingredients.length);
    json.open('{').properties(verdict);
    analysis.provenance().model().ifPresent(model -> json.string("model", model));
    json.plain("assignment", analysis.provenance().assignment());
    json.plain("assignedProvider", analysis.provenance().assignedProvider());
    analysis.provenance().failure().ifPresent(word -> json.plain("providerFailure", word));
    analysis.provenance().notice().ifPresent(notice -> json.string("providerNotice", notice));
    experiment(analysis.provenance(), json);
    json.number("durationMs", analysis.durationMs());
    return json.properties(ingredients).close('}').toString();
  }

  private static void experiment(Provenance provenance, JsonText json) {
    Assignment assignment = provenance.exposure().assignment();
    assignment
        .experiment()
        .ifPresent(experiment -> {
          json.string("experiment", experiment.name());
          json.string("experimentVersion", experiment.version());
        });
    assignment.bucket().ifPresent(bucket -> json.number("bucket", bucket));
  }

  private static void writeCircumstances(Analysis analysis, JsonText json) {
    writeMedia(analysis.media(), json);
    Provenance provenance = analysis.provenance();
    json.plain("provider", provenance.provider());
    nullable("model", provenance.model(), json);
    json.plain("assignment", provenance.assignment());
    json.plain("assignedProvider", provenance.assignedProvider());
    nullable("providerFailure", provenance.failure(), json);
    nullable("providerNotice", provenance.notice(), json);
    json.plain("knowledge", analysis.knowledge());
    json.string("requestId", analysis.requestId());
    json.plain("at", analysis.at().toString());
    json.number("durationMs", analysis.durationMs());
  }

  private static void writeMedia(Optional<ReadMedia> media, JsonText json) {
    List<QualityIssue> issues = media.map(ReadMedia::issues).orElse(List.of());
    json.strings("imageQualityIssues", issues.stream().map(QualityIssue::name).toList());
    media.ifPresent(read -> write(read, json));
  }

  private static void write(ReadMedia read, JsonText json) {
    json.strings("imageQualityAdvice", read.advice());
    json.string("readText", read.text());
    json.plain("readBy", read.readBy());
    json.number("readConfidence", Math.floor(read.confidence()));
    json.number("framesUsed", read.framesUsed());
    json.number("pictureWidth", read.width()).number("pictureHeight", read.height());
    json.name("readLines").open('[');
    read.lines().forEach(line -> write(line, json));
    json.close(']');
  }

  private static void write(ReadLine line, JsonText json) {
    json.open('{').string("text", line.text());
    json.number("confidence", Math.floor(line.confidence()));
    json.bool("inList", line.inList());
    json.name("outline").open('[');
    for (Corner corner : line.outline()) {
      json.open('{')
          .number("x", Math.round(corner.x()))
          .number("y", Math.round(corner.y()))
          .close('}');
    }
    json.close(']').close('}');
  }

  private static void nullable(String name, Optional<String> value, JsonText json) {
    value.ifPresentOrElse(text -> json.string(name, text), () -> json.nothing(name));
  }

  /// The word for a reason at the doors: `ANIMAL_IN_PARTS` → `animal-in-parts`.
  public static String word(ReasonCode code) {
    return REASONS.getOrDefault(code, code.name());
  }

  /// The word for a role at the doors: `FREE_FROM` → `free-from`.
  public static String word(Role role) {
    return ROLES.getOrDefault(role, role.name());
  }

  /// The reason with the word.
  ///
  /// @throws IllegalArgumentException when there is none
  static ReasonCode reason(String word) {
    return ReasonCode.valueOf(word.toUpperCase(Locale.ROOT).replace('-', '_'));
  }

  /// The role with the word.
  ///
  /// @throws IllegalArgumentException when there is none
  static Role role(String word) {
    return Role.valueOf(word.toUpperCase(Locale.ROOT).replace('-', '_'));
  }

  private static <E extends Enum<E>> Map<E, String> words(Class<E> type) {
    var words = new EnumMap<E, String>(type);
    for (E value : type.getEnumConstants()) {
      words.put(value, value.name().toLowerCase(Locale.ROOT).replace('_', '-'));
    }
    return words;
  }
}
