package koalens.backend.analysis;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Stream;
import koalens.backend.experiment.Assignment;
import koalens.backend.experiment.Exposure;
import koalens.engine.knowledge.Entry;
import koalens.engine.knowledge.KnowledgeBase;
import koalens.engine.knowledge.ReasonCode;
import koalens.engine.parsing.Role;
import koalens.engine.verdict.Policy;

/// Makes an analysis again from what the ledger kept of it, as it was answered; sentences are those
/// of the knowledge there is now. Thread-safe.
public final class AnalysisReader {
  private final KnowledgeBase knowledge;

  /// A reader that speaks from the knowledge.
  public AnalysisReader(KnowledgeBase knowledge) {
    this.knowledge = knowledge;
  }

  /// The analysis.
  ///
  /// @throws IllegalArgumentException when the document is not one that
  ///   [AnalysisJson#kept(Analysis)] wrote
  public Analysis read(StoredAnalysis stored) {
    KeptObject document = KeptObject.parse(stored.document());
    return new Analysis(
        stored.id(),
        Instant.ofEpochMilli(stored.at().toEpochMilli()),
        new WrittenExplanation(explanation(stored, document)),
        provenance(stored, document),
        stored.knowledge(),
        stored.requestId(),
        (long) document.number("durationMs").orElse(0),
        Optional.empty());
  }

  private Explanation explanation(StoredAnalysis stored, KeptObject document) {
    String language = document.text("language").orElse("sv");
    return new Explanation(
        stored.status(),
        document.text("policy").map(Policy::named).orElse(Policy.STRICT),
        document.is("claimContradicted"),
        document.number("confidence").orElse(0),
        document.objects("ingredients").map(kept -> ingredient(kept, language)).toList(),
        document.text("reasoning").orElse(""),
        language,
        document.text("detectedLanguage").orElse("und"),
        document.is("listFound"),
        document.is("truncated"),
        !document.is("incomplete"));
  }

  private static Provenance provenance(StoredAnalysis stored, KeptObject document) {
    String assigned = document.text("assignedProvider").orElse(stored.provider());
    var assignment =
        new Assignment(
            Optional.empty(),
            assigned,
            kind(document.text("assignment").orElse("none")),
            document.number("bucket"));
    return new Provenance(
        new Exposure(assignment, stored.provider()),
        document.text("model"),
        document.text("providerFailure"),
        document.text("providerNotice"));
  }

  private static Assignment.Kind kind(String word) {
    return Stream.of(Assignment.Kind.values())
        .filter(kind -> kind.word().equals(word))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("an assignment of no kind"));
  }

  private AnalyzedIngredient ingredient(KeptObject kept, String language) {
    ReasonCode code = AnalysisJson.reason(kept.text("reasonCode").orElse(""));
    String name = kept.text("name").orElse("");
    Optional<String> entry = kept.text("entry");
    return new AnalyzedIngredient(
        name,
        code.status(),
        kept.text("reason")
            .orElseGet(() ->
                knowledge
                    .sentence(code, language)
                    .replace("{name}", spokenOf(code, name, entry, language))),
        code,
        kept.text("source").map(Source::named).orElseGet(() -> Source.of(code)),
        kept.text("role").map(AnalysisJson::role).orElse(Role.DECLARED),
        entry,
        (int) kept.number("start").orElse(0),
        (int) kept.number("end").orElse(0),
        kept.number("percent"),
        (int) kept.number("depth").orElse(0),
        false);
  }

  // Of a misspelling the reason names what it should have been.
  private String spokenOf(ReasonCode code, String name, Optional<String> entry, String language) {
    boolean guessed = code == ReasonCode.MISSPELLED || code == ReasonCode.MISREAD;
    Optional<Entry> meant =
        guessed ? entry.flatMap(id -> knowledge.taxonomy().findEntry(id)) : Optional.empty();
    return meant.map(found -> knowledge.name(found, language)).orElse(name);
  }

  /// A JSON object of the ledger.
  private record KeptObject(Map<String, Object> fields) {
    static KeptObject parse(String json) {
      return new KeptObject(JsonTree.object(json));
    }

    Optional<String> text(String name) {
      return fields.get(name) instanceof String text ? Optional.of(text) : Optional.empty();
    }

    boolean is(String name) {
      return Boolean.TRUE.equals(fields.get(name));
    }

    OptionalDouble number(String name) {
      return fields.get(name) instanceof Double number
          ? OptionalDouble.of(number)
          : OptionalDouble.empty();
    }

    @SuppressWarnings("unchecked") // JsonTree makes no other maps
    Stream<KeptObject> objects(String name) {
      List<?> list = fields.get(name) instanceof List<?> found ? found : List.of();
      return list.stream()
          .filter(Map.class::isInstance)
          .map(object -> new KeptObject((Map<String, Object>) object));
    }
  }
}
