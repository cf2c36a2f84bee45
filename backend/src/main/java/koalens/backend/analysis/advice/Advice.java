package koalens.backend.analysis.advice;

import java.util.Map;
import java.util.Optional;
import koalens.backend.experiment.Exposure;
import koalens.backend.provider.FailureKind;
import koalens.backend.provider.ProviderName;
import koalens.engine.verdict.Judgement;
import koalens.engine.verdict.Opinions.Place;

/// A judgement, and who had a part in it.
///
/// @param judgement the label judged, under the opinions of a provider where it gave some
/// @param exposure who was to answer, and who did
/// @param provider the provider whose opinions were heard
/// @param model the model that gave them
/// @param failure why the assigned provider did not answer
/// @param transcript the label as that provider read it, when that is what was judged
/// @param reasons by the places of ingredients what the provider said of them
public record Advice(
    Judgement judgement,
    Exposure exposure,
    Optional<ProviderName> provider,
    Optional<String> model,
    Optional<FailureKind> failure,
    Optional<Transcript> transcript,
    Map<Place, String> reasons) {

  /// Copies the map.
  public Advice {
    reasons = Map.copyOf(reasons);
  }

  /// Whether it is the engine's own judgement, in which no provider had a part.
  public boolean isOfEngineAlone() {
    return provider.isEmpty();
  }

  /// The engine's own judgement.
  static Advice ofEngine(Judgement judgement, Exposure exposure, Optional<FailureKind> failure) {
    return new Advice(
        judgement,
        exposure,
        Optional.empty(),
        Optional.empty(),
        failure,
        Optional.empty(),
        Map.of());
  }
}
