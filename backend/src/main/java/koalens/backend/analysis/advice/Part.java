package koalens.backend.analysis.advice;

/// Why a provider is asked in a consultation.
public enum Part {
  /// The consultation is assigned to it.
  ASSIGNED,
  /// The assigned one gave no answer.
  FALLBACK,
  /// Another answers; this answer is for comparison alone.
  SHADOW
}
