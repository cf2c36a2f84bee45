package koalens.backend.reading;

import java.util.List;

/// What one way of looking at a row recognised.
///
/// @param words left to right
/// @param bare the widest part of the row in which nothing was recognised, in mean letters and
///   beyond the space of one
record Look(List<ReadWord> words, double bare) {

  Look {
    words = List.copyOf(words);
  }

  /// Mean confidence, 0 to 100.
  double confidence() {
    return ReadLine.confidence(words);
  }

  /// Up to the heading of a list.
  Look beforeHeading() {
    int heading = ListHeading.at(words);
    return heading < 0 ? this : new Look(words.subList(0, heading), bare);
  }
}
