package koalens.backend.analysis.advice;

import java.lang.reflect.RecordComponent;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// The marks of all prompts and answers together: an experiment asks texts and pictures, and is
/// another one when either is asked otherwise.
final class Prompts {
  /// Rises with every change of a prompt's words.
  static final String VERSION = "2";

  static final String HASH =
      Digests.sha256(VERSION + "\n" + IngredientPrompt.SYSTEM + "\n" + PicturePrompt.SYSTEM);

  static final String SCHEMA_HASH =
      Digests.sha256(
          Stream.of(IngredientAnswers.class, IngredientAnswers.Answered.class, LabelAnswer.class)
              .map(Prompts::shape)
              .collect(Collectors.joining()));

  private Prompts() {}

  private static String shape(Class<? extends Record> type) {
    return Stream.of(type.getRecordComponents())
        .map(RecordComponent::toString)
        .collect(Collectors.joining(";", "{", "}"));
  }
}
