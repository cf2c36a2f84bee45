package koalens.engine.parsing;

import java.util.List;
import koalens.engine.text.Token;
import koalens.engine.text.Tokenizer;

/// Reads label texts. Thread-safe; time and memory are linear in the length of the text and bounded
/// by its limits; no text makes it fail.
public final class LabelParser {
  private final Tokenizer tokenizer;
  private final LabelLanguage language;
  private final ParsingLimits limits;

  private LabelParser(Tokenizer tokenizer, LabelLanguage language, ParsingLimits limits) {
    this.tokenizer = tokenizer;
    this.language = language;
    this.limits = limits;
  }

  /// A parser for every language the engine was built with.
  public static LabelParser standard(Tokenizer tokenizer, ParsingLimits limits) {
    return new LabelParser(tokenizer, LabelLanguage.standard(tokenizer), limits);
  }

  /// Takes a label text apart. A text over the limit is read up to it and marked truncated.
  public Label parse(String text) {
    boolean tooLong = text.length() > limits.characters();
    String read = tooLong ? text.substring(0, limits.characters()) : text;
    List<Token> tokens = tokenizer.tokenize(read);
    return new LabelReading(read, tokens, language, limits, tooLong).label();
  }

  /// Takes one ingredient of a list that came already divided: no headings are looked for at its
  /// front, so that "Vatten" stays an ingredient whatever stands around it.
  public Label parseIngredient(String text) {
    Label label = parse(text);
    return new Label(
        label.ingredients().stream().map(LabelParser::declared).toList(), true, label.truncated());
  }

  private static Ingredient declared(Ingredient ingredient) {
    return switch (ingredient.role()) {
      case DECLARED, CONTAINS, TAIL, OTHER ->
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
