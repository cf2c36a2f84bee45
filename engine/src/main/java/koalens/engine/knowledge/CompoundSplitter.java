package koalens.engine.knowledge;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Splits one written word into known parts, with the linking letters of its language:
/// *skummjölkspulver* → *skummjölk*, *pulver*.
///
/// Of several ways the one with fewest parts wins, then the one with the longest last part, which
/// in the Germanic languages is the head. A double consonant may serve both sides (*äggula*).
final class CompoundSplitter {
  private static final int SHORTEST_PART = 3;
  private static final int LONGEST_WORD = 60;

  private final Map<String, Meaning> parts = new HashMap<>();
  private final Set<String> links;
  private int longestPart;

  CompoundSplitter(Set<String> links) {
    this.links = new HashSet<>(links);
  }

  void add(String part, Meaning meaning) {
    if (part.length() >= SHORTEST_PART) {
      parts.putIfAbsent(part, meaning);
      longestPart = Math.max(longestPart, part.length());
    }
  }

  @Nullable Meaning part(String word) {
    return parts.get(word);
  }

  /// A part of a split word: its meaning and its place in the word.
  record Part(Meaning meaning, int start, int end) {}

  /// The best split, or an empty list when the word is no compound of known parts.
  List<Part> split(String word) {
    if (links.isEmpty() || word.length() < 2 * SHORTEST_PART || word.length() > LONGEST_WORD) {
      return List.of();
    }
    var best = new @Nullable Step[word.length() + 1];
    best[0] = new Step(null, null, 0);
    for (int start = 0; start <= word.length() - SHORTEST_PART; start++) {
      Step before = best[start];
      if (before != null) {
        extend(word, start, before, best);
      }
    }
    Step last = best[word.length()];
    return last == null ? List.of() : last.parts();
  }

  private void extend(String word, int start, Step before, @Nullable Step[] best) {
    int longest = Math.min(word.length(), start + longestPart);
    for (int end = start + SHORTEST_PART; end <= longest; end++) {
      Meaning meaning = parts.get(word.substring(start, end));
      if (meaning != null && !(start == 0 && end == word.length())) {
        reach(word, end, new Step(before, new Part(meaning, start, end), before.count + 1), best);
      }
    }
  }

  private void reach(String word, int end, Step step, @Nullable Step[] best) {
    offer(end, step, best);
    if (end == word.length()) {
      return;
    }
    for (String link : links) {
      if (word.startsWith(link, end)) {
        offer(end + link.length(), step, best);
      }
    }
    if (word.charAt(end - 1) == word.charAt(end - 2)) {
      offer(end - 1, step, best);
    }
  }

  // Equally many parts: the later start of the last part has the shorter head, so keep the first.
  private static void offer(int end, Step step, @Nullable Step[] best) {
    Step known = best[end];
    if (known == null || step.count < known.count) {
      best[end] = step;
    }
  }

  private record Step(@Nullable Step before, @Nullable Part part, int count) {
    List<Part> parts() {
      var parts = new ArrayList<Part>();
      for (Step step = this; step != null && step.part != null; step = step.before) {
        parts.addFirst(step.part);
      }
      return parts;
    }
  }
}
