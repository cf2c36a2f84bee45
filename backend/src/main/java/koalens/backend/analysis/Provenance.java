package koalens.backend.analysis;

import java.util.Optional;

/// Who gave an answer.
///
/// @param provider `local` for the embedded engine
/// @param model the provider's model, when it has one
/// @param assignment the experiment variant the request was assigned to; `none` outside experiments
public record Provenance(String provider, Optional<String> model, String assignment) {

  /// The embedded engine, outside any experiment.
  public static final Provenance LOCAL = new Provenance("local", Optional.empty(), "none");
}
