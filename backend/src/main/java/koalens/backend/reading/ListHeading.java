package koalens.backend.reading;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// Knows the heading of an ingredient list, also with a letter or two misread.
final class ListHeading {
  private static final List<String> HEADINGS =
      List.of(
          "ingredienser",
          "ingrediens",
          "ingrediensförteckning",
          "innehållsförteckning",
          "sammansättning",
          "ingredients",
          "ingredient",
          "ingrédients",
          "ingredientes",
          "ingredienti",
          "ingrediënten",
          "ingredienten",
          "ingrediensliste",
          "zutaten",
          "zutat",
          "składniki",
          "skład",
          "ainesosat",
          "ainekset",
          "aineosat",
          "composition");
  private static final int SHORTEST_MISREAD = 7;

  private ListHeading() {}

  /// The heading a word stands for.
  static Optional<String> in(String word) {
    String bare = word.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}0-9|!]+", "");
    return HEADINGS.stream()
        .filter(heading -> isNear(bare, heading))
        .min((a, b) -> Integer.compare(Distance.between(bare, a), Distance.between(bare, b)));
  }

  private static boolean isNear(String word, String heading) {
    int most = heading.length() < SHORTEST_MISREAD ? 0 : heading.length() / 5;
    return Math.abs(word.length() - heading.length()) <= most
        && Distance.between(word, heading) <= most;
  }
}
