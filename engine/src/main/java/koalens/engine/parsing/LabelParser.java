package koalens.engine.parsing;

import java.util.List;
import koalens.engine.text.Token;

/// Reads label texts. Thread-safe; time and memory are linear in the length of the text and bounded
/// by its limits; no text makes it fail.
public final class LabelParser {
  private final LabelPhrases phrases;
  private final ParsingLimits limits;

  LabelParser(LabelPhrases phrases, ParsingLimits limits) {
    this.phrases = phrases;
    this.limits = limits;
  }

  /// A parser for every language the engine was built with.
  public static LabelParser standard(ParsingLimits limits) {
    return new LabelParser(LabelPhrases.standard(), limits);
  }

  /// The part of a text that is read: all of it, or as much as the limit allows.
  public String readable(String text) {
    return text.length() > limits.characters() ? text.substring(0, limits.characters()) : text;
  }

  /// Takes a label text apart.
  ///
  /// @param text the text, no longer than [#readable(String)] leaves it
  /// @param tokens the tokens of the text
  /// @param places in which languages its places may be written
  /// @param cut whether the text was longer: the label is marked truncated
  public Label parse(String text, List<Token> tokens, Places places, boolean cut) {
    return new LabelReading(text, tokens, phrases, places, limits, cut).label();
  }

  /// An ingredient of a list that came already divided: whatever stands around it, it is declared,
  /// unless it says itself that it is a trace, a claim or not there.
  public static Ingredient declared(Ingredient ingredient) {
    return switch (ingredient.role()) {
      case DECLARED, CONTAINS, TAIL, NOTE, OTHER ->
          new Ingredient(
              Role.DECLARED,
              ingredient.words(),
              ingredient.percent(),
              ingredient.heading(),
              ingredient.parts());
      case TRACE, FREE_FROM, CLAIM -> ingredient;
    };
  }
}
