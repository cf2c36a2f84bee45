package koalens.backend.provider;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.swagger.v3.oas.annotations.media.ArraySchema;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;

/// An answer with everything that a schema may ask for.
///
/// @param items one for each ingredient asked about
public record Verdicts(@ArraySchema(maxItems = 50) List<Item> items) {

  /// One ingredient.
  public record Item(
      @Schema(description = "as printed", maxLength = 200) String name,
      Status status,
      @Schema(minimum = "0", maximum = "1") double confidence) {}

  /// What it is.
  public enum Status {
    /// Of plants.
    @JsonProperty("vegan")
    VEGAN,
    /// Of animals.
    @JsonProperty("non-vegan")
    NON_VEGAN,
    /// One or the other.
    @JsonProperty("maybe-vegan")
    MAYBE_VEGAN,
    /// Nobody knows.
    @JsonProperty("unknown")
    UNKNOWN
  }

  /// A prompt that asks about an ingredient.
  public static Prompt<Verdicts> prompt(String ingredient, Media... media) {
    return new Prompt<>(
        "Say of each ingredient whether it is vegan.",
        "[\"" + ingredient + "\"]",
        List.of(media),
        new AnswerSchema<>(Verdicts.class),
        1000);
  }
}
