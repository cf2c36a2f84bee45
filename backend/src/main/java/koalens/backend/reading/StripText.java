package koalens.backend.reading;

import java.util.Arrays;
import java.util.List;

/// What was recognised in a strip, and where in it nothing was.
///
/// @param words left to right
/// @param letter mean width of a letter or space, in pixels of the strip; 0 without any
/// @param before how much is bare before the first letter, in pixels
/// @param within how much at most among the letters, spaces of one letter's width included
/// @param behind how much behind the last one
record StripText(List<ReadWord> words, double letter, double before, double within, double behind) {
  private static final StripText NOTHING = new StripText(List.of(), 0, 0, 0, 0);

  /// @param seen where each letter begins, spaces left out. Where it ends is not asked for: the
  ///   recogniser takes what is bare between two letters for part of either, so that two steps must
  ///   be looked at for one gap.
  /// @param from where the text begins in the strip
  /// @param to where it ends
  static StripText of(List<ReadWord> words, List<Integer> seen, int from, int to) {
    if (seen.isEmpty()) {
      return NOTHING;
    }
    // A letter now and then is said to begin where one before it does.
    int[] lefts = seen.stream().mapToInt(Integer::intValue).toArray();
    Arrays.parallelPrefix(lefts, Math::max);
    int last = lefts.length - 1;
    double letter = (double) (to - from) / (last + words.size());
    double within = 0;
    for (int i = 2; i <= last; i++) {
      within = Math.max(within, lefts[i] - lefts[i - 2] - 2 * letter);
    }
    double before = lefts[Math.min(1, last)] - from - letter;
    return new StripText(words, letter, before, within, to - lefts[last] - letter);
  }
}
