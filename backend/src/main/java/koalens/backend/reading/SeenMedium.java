package koalens.backend.reading;

import java.util.List;

/// A photo or film that was decoded and is about to be read.
///
/// @param mimeType what it is by its content, such as `image/jpeg` or `video/mp4`
/// @param pictures the photo, or the frames chosen of the film, the sharpest first
public record SeenMedium(String mimeType, List<SeenPicture> pictures) {
  /// Copies the list.
  public SeenMedium {
    pictures = List.copyOf(pictures);
  }
}
