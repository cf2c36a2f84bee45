package koalens.backend.reading;

/// A word as recognised.
///
/// @param text the word with its marks
/// @param confidence how sure the recogniser is, 0 to 100
public record ReadWord(String text, double confidence) {}
