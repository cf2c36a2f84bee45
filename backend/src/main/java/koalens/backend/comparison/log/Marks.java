package koalens.backend.comparison.log;

/// What marks the circumstances of a call: few different ones in a log of millions of calls, which
/// share them. A word that is not said is empty.
///
/// @param modality `text`, `image` or `video`
/// @param model the model that answered
/// @param prompt the mark of the prompt
/// @param schema the mark of the answer's schema
/// @param version the experiment's version, as in `gemini:50,claude:50`
public record Marks(String modality, String model, String prompt, String schema, String version) {
  static final Marks NONE = new Marks("", "", "", "", "");

  static Marks of(Line line) {
    return new Marks(line.modality, line.model, line.prompt, line.schema, line.version);
  }

  /// The modality; `text` when not said.
  public String modalityOrText() {
    return modality.isEmpty() ? "text" : modality;
  }

  /// Whether they are those of the line.
  boolean isOf(Line line) {
    return modality.equals(line.modality)
        && model.equals(line.model)
        && prompt.equals(line.prompt)
        && schema.equals(line.schema)
        && version.equals(line.version);
  }

  /// Both together. The order in which threads bring lines must not matter: of two words the lesser
  /// stays.
  Marks and(Marks more) {
    return new Marks(
        known(modality, more.modality),
        known(model, more.model),
        known(prompt, more.prompt),
        known(schema, more.schema),
        known(version, more.version));
  }

  private static String known(String before, String said) {
    return said.isEmpty() || (!before.isEmpty() && before.compareTo(said) <= 0) ? before : said;
  }
}
