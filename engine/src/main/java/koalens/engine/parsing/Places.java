package koalens.engine.parsing;

/// Tells in which language the places of one text may be written.
@FunctionalInterface
public interface Places {
  /// Every language anywhere.
  Places ANY = (language, place) -> true;

  /// Whether the words at a place may be in the language.
  ///
  /// @param language ISO 639-1 code
  /// @param place in the text, in UTF-16 units
  boolean mayBe(String language, int place);
}
