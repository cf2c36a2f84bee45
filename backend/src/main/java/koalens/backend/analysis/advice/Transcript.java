package koalens.backend.analysis.advice;

/// An ingredient list as a provider read it in a photo or film. Foreign: it may leave out, invent
/// or be talked into things.
///
/// @param text the list with its headings
/// @param whole whether the provider says that it saw all of it
public record Transcript(String text, boolean whole) {
  /// Shows no text.
  @Override
  public String toString() {
    return "Transcript[%d characters, whole=%s]".formatted(text.length(), whole);
  }
}
