package koalens.emulator.answer;

import java.util.List;
import java.util.Optional;
import koalens.emulator.wire.Content;
import tools.jackson.databind.JsonNode;

/// What a model is asked, whichever provider's words asked it.
///
/// @param text all that is written, instructions apart
/// @param instructions the system's text
/// @param media images and videos
/// @param schema what the answer must look like, when that is asked
public record Prompt(
    String text, String instructions, List<Medium> media, Optional<JsonNode> schema) {
  /// Copies the media.
  public Prompt {
    media = List.copyOf(media);
  }

  /// An image or a video.
  ///
  /// @param type such as `image/jpeg`
  /// @param content the bytes
  public record Medium(String type, Content content) {
    /// Whether it is a video.
    public boolean isVideo() {
      return type.startsWith("video/");
    }
  }
}
