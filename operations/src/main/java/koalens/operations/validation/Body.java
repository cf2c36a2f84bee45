package koalens.operations.validation;

/// What a request carries. Immutable.
sealed interface Body {

  /// Nothing.
  record Empty() implements Body {}

  /// A text sent as it is, variables filled in.
  record Text(String contentType, String text) implements Body {}

  /// A text of so many equal letters: to meet a limit.
  record Filler(String contentType, int length) implements Body {}

  /// A file as a field of a form.
  ///
  /// @param resource a file beside the steps, or one that comes with KoaLens
  record Upload(String field, String resource, String contentType) implements Body {}
}
