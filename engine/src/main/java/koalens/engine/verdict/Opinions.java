package koalens.engine.verdict;

import java.util.Map;
import java.util.Optional;
import koalens.engine.knowledge.Status;

/// What somebody beside the engine, such as a language model, says of ingredients of one label.
///
/// An opinion settles what the engine does not know. It can neither acquit what the engine knows to
/// be, or to be perhaps, from an animal, nor convict what the engine knows to be vegan: such a
/// contradiction leaves the ingredient in doubt ([koalens.engine.knowledge.ReasonCode#DISPUTED]).
/// Nothing found under opinions makes a text an ingredient list that is none without them.
///
/// @param byPlace the opinions, by where the ingredients stand in the label text
public record Opinions(Map<Place, Status> byPlace) {
  /// Nobody says anything.
  public static final Opinions NONE = new Opinions(Map.of());

  /// Copies the map.
  public Opinions {
    byPlace = Map.copyOf(byPlace);
  }

  /// Where an ingredient stands in the label text.
  ///
  /// @param start where it begins, in UTF-16 units
  /// @param end where it ends, exclusive
  public record Place(int start, int end) {
    /// Where the ingredient stands.
    public static Place of(JudgedIngredient ingredient) {
      return new Place(ingredient.start(), ingredient.end());
    }
  }

  boolean any() {
    return !byPlace.isEmpty();
  }

  Optional<Status> on(Segment segment) {
    return byPlace.isEmpty()
        ? Optional.empty()
        : Optional.ofNullable(byPlace.get(new Place(segment.start(), segment.end())));
  }
}
