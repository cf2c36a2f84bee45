package koalens.backend.people;

import java.time.Instant;
import java.util.Optional;
import koalens.engine.knowledge.Status;

/// Somebody's word that a verdict is wrong.
///
/// @param id unique, ordered by time
/// @param at when it came
/// @param person who says so, when known
/// @param analysisId the analysis it is about, when one is named
/// @param ingredient the ingredient it is about, as printed; empty for the label as a whole
/// @param given the verdict that is called wrong, when said or found
/// @param expected the verdict it should have been, when said
/// @param language the language of the label, `und` when not said
/// @param text the label or ingredient that was judged
/// @param feedback what the person says
public record Report(
    String id,
    Instant at,
    Optional<Person> person,
    Optional<String> analysisId,
    String ingredient,
    Optional<Status> given,
    Optional<Status> expected,
    String language,
    String text,
    String feedback) {}
