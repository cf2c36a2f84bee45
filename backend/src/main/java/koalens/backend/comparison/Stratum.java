package koalens.backend.comparison;

import koalens.backend.comparison.log.Arm;

/// The calls of one modality, as they may be compared.
///
/// @param modality text, image or video
/// @param paired whether the sides hold the same analyses, one beside the other
/// @param gemini the one side
/// @param claude the other
/// @param toGemini the share of units meant for gemini
record Stratum(String modality, boolean paired, Side gemini, Side claude, double toGemini) {
  Side side(Arm arm) {
    return arm == Arm.GEMINI ? gemini : claude;
  }

  /// How many analyses.
  int analyses() {
    return paired ? gemini.size() : gemini.size() + claude.size();
  }

  /// The part of each side that came first.
  Stratum first(double share) {
    return new Stratum(
        modality,
        paired,
        gemini.first((int) Math.round(gemini.size() * share)),
        claude.first((int) Math.round(claude.size() * share)),
        toGemini);
  }

  boolean isOneSided() {
    return gemini.size() == 0 || claude.size() == 0;
  }
}
