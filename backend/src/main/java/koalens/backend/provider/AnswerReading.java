package koalens.backend.provider;

import java.util.List;

/// A model's text, held against the schema.
///
/// @param <A> the answer
sealed interface AnswerReading<A extends Record> {

  /// It keeps to it.
  record Valid<A extends Record>(A answer) implements AnswerReading<A> {}

  /// It does not.
  ///
  /// @param faults what is wrong, a sentence each
  record Invalid<A extends Record>(List<String> faults) implements AnswerReading<A> {

    /// Copies the list.
    public Invalid {
      faults = List.copyOf(faults);
    }
  }
}
