package koalens.backend.provider;

/// The kind of thing a token stands for.
public enum Modality {
  /// Words.
  TEXT,
  /// A picture.
  IMAGE,
  /// Film, without its sound.
  VIDEO,
  /// Sound.
  AUDIO,
  /// Pages, such as PDF.
  DOCUMENT
}
