package koalens.backend.analysis.advice;

/// The marks of all prompts and answers together: an experiment asks texts and pictures, and is
/// another one when either is asked otherwise.
final class Prompts {
  /// Rises with every change of a prompt's words.
  static final String VERSION = "3";

  static final String HASH =
      Digests.sha256(VERSION + "\n" + IngredientPrompt.SYSTEM + "\n" + PicturePrompt.SYSTEM);

  private Prompts() {}

  static String schemaHash() {
    return Schemas.HASH;
  }

  /// Made when first asked for: a start without providers needs no schema.
  private static final class Schemas {
    static final String HASH =
        Digests.sha256(IngredientPrompt.SCHEMA.fingerprint() + PicturePrompt.SCHEMA.fingerprint());

    private Schemas() {}
  }
}
