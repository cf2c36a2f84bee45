package koalens.engine.parsing;

/// How much of a label text the parser reads; beyond it the label is marked truncated.
///
/// @param characters longest text, in UTF-16 units
/// @param ingredients most ingredients, parts included
/// @param depth deepest brackets that make parts; deeper ones are read flat
public record ParsingLimits(int characters, int ingredients, int depth) {

  /// 20,000 characters, 2,000 ingredients, 12 levels: many times the longest label seen.
  public static final ParsingLimits STANDARD = new ParsingLimits(20_000, 2_000, 12);

  /// Every limit is at least one.
  public ParsingLimits {
    if (characters < 1 || ingredients < 1 || depth < 1) {
      throw new IllegalArgumentException("parsing limits must be at least 1");
    }
  }
}
