package koalens.emulator.answer;

import java.util.Comparator;
import java.util.List;
import koalens.emulator.scenario.VeganStatus;

/// What the model thinks of the ingredients it was asked about.
///
/// @param items in the order of the question
/// @param labelText what it read in an image or a video, or was given
public record Opinion(List<Item> items, String labelText) {
  /// Copies the items.
  public Opinion {
    items = List.copyOf(items);
  }

  /// What it thinks of one.
  ///
  /// @param asked the ingredient
  /// @param status what the model says
  /// @param confidence how sure it says it is, 0.5 to 1
  public record Item(Question.Item asked, VeganStatus status, double confidence) {}

  /// The names it gave this status.
  List<String> names(VeganStatus status) {
    return items.stream()
        .filter(item -> item.status() == status)
        .map(item -> item.asked().name())
        .toList();
  }

  /// What follows for the whole: one that is not vegan decides, then one that may not be.
  VeganStatus overall() {
    return items.stream()
        .map(Item::status)
        .max(Comparator.comparingInt(Opinion::weight))
        .orElse(VeganStatus.UNKNOWN);
  }

  private static int weight(VeganStatus status) {
    return switch (status) {
      case VEGAN -> 0;
      case UNKNOWN -> 1;
      case MAYBE_VEGAN -> 2;
      case NON_VEGAN -> 3;
    };
  }

  /// How sure it is of the whole.
  double confidence() {
    return items.stream().mapToDouble(Item::confidence).min().orElse(0.5);
  }
}
