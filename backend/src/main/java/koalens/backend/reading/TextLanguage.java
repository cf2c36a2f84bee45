package koalens.backend.reading;

/// Tells the language of a text, so that it can be read again by who knows the language.
@FunctionalInterface
public interface TextLanguage {
  /// Knows no language.
  TextLanguage UNKNOWN = _ -> "und";

  /// The language most words are in, as ISO 639-1 code; `und` when none is recognised.
  String of(String text);
}
