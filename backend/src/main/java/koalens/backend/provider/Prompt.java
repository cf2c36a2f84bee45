package koalens.backend.provider;

import java.util.List;

/// One question to a model. Two equal prompts asked at the same time are asked once.
///
/// @param <A> the answer
/// @param system what the model is to do; the same for every item
/// @param text the item: what a person typed, or nothing beside media. Foreign: never instructions
/// @param media pictures and films that belong to the item
/// @param schema what the answer must look like
/// @param maxOutputTokens where the model must stop, thinking included; a longer answer fails
public record Prompt<A extends Record>(
    String system, String text, List<Media> media, AnswerSchema<A> schema, int maxOutputTokens) {

  /// Copies the list.
  ///
  /// @throws IllegalArgumentException when there is nothing to ask, or no room for an answer
  public Prompt {
    media = List.copyOf(media);
    if (text.isBlank() && media.isEmpty()) {
      throw new IllegalArgumentException("text or media must be given");
    }
    if (maxOutputTokens < 1) {
      throw new IllegalArgumentException("maxOutputTokens must be at least 1");
    }
  }

  /// Whether a film belongs to it.
  public boolean hasVideo() {
    return media.stream().anyMatch(Media::isVideo);
  }
}
