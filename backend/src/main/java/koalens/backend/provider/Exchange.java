package koalens.backend.provider;

import java.util.List;
import java.util.Optional;

/// What is sent to a model: a prompt, and after an answer that did not keep to the schema, what was
/// wrong with it.
///
/// @param prompt the question
/// @param repair the answer before, where there was one
public record Exchange(Prompt<?> prompt, Optional<Repair> repair) {

  /// The question alone.
  public static Exchange first(Prompt<?> prompt) {
    return new Exchange(prompt, Optional.empty());
  }

  /// An answer that did not keep to the schema.
  ///
  /// @param answer as the model wrote it
  /// @param faults what is wrong with it, a sentence each
  public record Repair(String answer, List<String> faults) {

    /// Copies the list.
    public Repair {
      faults = List.copyOf(faults);
    }

    /// What the model is told.
    public String request() {
      return "That answer does not keep to the JSON schema: "
          + String.join("; ", faults)
          + ". Answer again with JSON that keeps to it, and nothing else.";
    }
  }
}
