package koalens.backend.analysis.advice;

import java.util.List;
import java.util.Optional;
import koalens.backend.provider.Media;
import koalens.backend.provider.ModelCapabilities;

/// A photo or film as a provider may be shown it.
///
/// @param pictures the photo, or frames chosen of the film: upright, without what the camera wrote
///   beside them
/// @param film the film itself, when it is one
public record Pictures(List<Media> pictures, Optional<Media> film) {
  /// Copies the list.
  public Pictures {
    pictures = List.copyOf(pictures);
  }

  /// What a model takes of it: the film itself where it takes films.
  List<Media> fitting(ModelCapabilities model) {
    return film.filter(_ -> model.video()).map(List::of).orElse(pictures);
  }
}
