package koalens.backend.provider;

/// What an answer must look like: a record. Its components are strings, numbers, booleans, enums,
/// lists and further records; none may be missing. Swagger's `@Schema` on a component adds a
/// description for the model, and bounds (`minimum`, `maximum`, `maxLength`), `@ArraySchema` the
/// length of a list; all are enforced here, whatever the provider enforces.
///
/// @param <A> the record
/// @param type its class
public record AnswerSchema<A extends Record>(Class<A> type) {}
