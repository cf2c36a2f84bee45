package koalens.backend.analysis.advice;

/// Which photos and films a provider is shown, where no experiment runs and none is asked for by
/// name: those are always shown, unless none is.
public enum PictureUse {
  /// Those whose reading here settles nothing.
  UNSURE,
  /// All of them, while they are read here.
  ALWAYS,
  /// None: a provider is asked about the words read, as about any text.
  NEVER
}
