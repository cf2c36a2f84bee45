package koalens.backend.provider;

import com.fasterxml.jackson.databind.node.ObjectNode;

/// What an answer must look like: a record. Its components are strings, numbers, booleans, enums,
/// lists and further records; none may be missing. Swagger's `@Schema` on a component adds a
/// description for the model, and bounds (`minimum`, `maximum`, `maxLength`), `@ArraySchema` the
/// length of a list; `@JsonProperty` on an enum's constant names it. All are enforced here,
/// whatever the provider enforces.
///
/// @param <A> the record
/// @param type its class
public record AnswerSchema<A extends Record>(Class<A> type) {

  /// The JSON schema (2020-12) in full, a copy.
  public ObjectNode document() {
    return AnswerFormat.of(type).document();
  }

  /// Eight bytes of a SHA-256 of the schema, in hex: changes when it does.
  public String fingerprint() {
    return AnswerFormat.of(type).fingerprint();
  }

  /// Reads what a model wrote: with or without a code fence around it, but with nothing else.
  AnswerReading<A> read(String text) {
    return AnswerFormat.of(type).read(text, type);
  }
}
