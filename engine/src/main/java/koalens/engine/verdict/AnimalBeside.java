package koalens.engine.verdict;

import java.util.ArrayList;
import java.util.List;
import koalens.engine.verdict.Qualifiers.Origin;

/// Lets the noun beside a lone "animal" hear it: in *animal and vegetable fats*, *tłuszcz roślinny
/// lub zwierzęcy* the joining word parts the origin from the one noun that both are said of.
final class AnimalBeside {
  private AnimalBeside() {}

  /// The same, where the nearest noun behind a lone origin, else before it, is of animals.
  ///
  /// @param segments the stretches of one ingredient
  static List<Segment> heard(List<Segment> segments) {
    if (segments.size() < 2 || segments.stream().noneMatch(AnimalBeside::isLone)) {
      return segments;
    }
    var heard = new ArrayList<>(segments);
    for (int at = 0; at < segments.size(); at++) {
      int noun = isLone(segments.get(at)) ? nearestNoun(segments, at) : -1;
      if (noun >= 0) {
        heard.set(noun, segments.get(noun).ofAnimals());
      }
    }
    return heard;
  }

  private static boolean isLone(Segment segment) {
    return segment.finding().isEmpty() && segment.qualifiers().say(Origin.ANIMAL);
  }

  private static int nearestNoun(List<Segment> segments, int from) {
    for (int at = from + 1; at < segments.size(); at++) {
      if (segments.get(at).finding().isPresent()) {
        return at;
      }
    }
    for (int at = from - 1; at >= 0; at--) {
      if (segments.get(at).finding().isPresent()) {
        return at;
      }
    }
    return -1;
  }
}
