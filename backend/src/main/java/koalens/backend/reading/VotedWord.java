package koalens.backend.reading;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// The place of one word in a line, and what the frames read there. Not thread-safe.
final class VotedWord {
  /// A longer reading of a word needs so much of the surest one's votes.
  private static final double HALF = 0.5;

  private final Map<String, Double> votes = new LinkedHashMap<>();
  private final Map<String, Double> confidences = new LinkedHashMap<>();
  private final Set<VotedWord> nexts = new HashSet<>();
  private final List<RowSight> ends = new ArrayList<>();
  private boolean whole;
  private boolean begins;

  void add(SeenWord word) {
    votes.merge(word.word().text(), word.weight(), Double::sum);
    confidences.merge(word.word().text(), word.weight(), Math::max);
    whole |= !word.cut();
  }

  /// A frame saw the line begin here.
  void begins() {
    begins = true;
  }

  /// A frame saw the line end here.
  void ends(RowSight sight) {
    ends.add(sight);
  }

  /// A frame saw nothing between the two.
  void isFollowedBy(VotedWord next) {
    nexts.add(next);
  }

  boolean isSeenBefore(VotedWord next) {
    return nexts.contains(next);
  }

  /// Whether a frame saw the whole word.
  boolean isSeenWhole() {
    return whole;
  }

  boolean isSeenToBegin() {
    return begins;
  }

  boolean isSeenToEnd() {
    return !ends.isEmpty();
  }

  /// Whether the line ends here though that word would have had room.
  boolean endsShort(ReadWord next) {
    return ends.stream().anyMatch(sight -> sight.endsShort(next));
  }

  // The picture's edge cuts words; nothing makes them longer.
  String text() {
    var first = Collections.max(votes.entrySet(), Map.Entry.comparingByValue());
    String letters = WordAlignment.letters(first.getKey());
    return votes.entrySet().stream()
        .filter(other -> other.getValue() >= HALF * first.getValue())
        .map(Map.Entry::getKey)
        .filter(other -> WordAlignment.isCut(letters, WordAlignment.letters(other)))
        .max(Comparator.comparingInt(String::length))
        .orElse(first.getKey());
  }

  ReadWord word() {
    String text = text();
    return new ReadWord(text, confidences.getOrDefault(text, 0.0));
  }
}
