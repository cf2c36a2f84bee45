package koalens.operations.validation;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

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
  /// @param fields the form's other fields, in their order
  record Upload(String field, String resource, String contentType, Map<String, String> fields)
      implements Body {

    public Upload {
      fields = Collections.unmodifiableMap(new LinkedHashMap<>(fields));
    }
  }
}
