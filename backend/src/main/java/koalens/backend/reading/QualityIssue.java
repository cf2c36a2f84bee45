package koalens.backend.reading;

/// What keeps a picture from being read well.
public enum QualityIssue {
  /// Out of focus or shaken.
  BLUR,
  /// Too dark.
  LOW_LIGHT,
  /// Letters too small for certain reading.
  TEXT_TOO_SMALL,
  /// A lamp's reflection covers text.
  GLARE,
  /// The list goes on beyond the picture's edge, or part of it is covered.
  CUT_OFF,
  /// No text at all.
  NO_TEXT,
  /// Text, but no heading of an ingredient list.
  NOT_A_LABEL
}
