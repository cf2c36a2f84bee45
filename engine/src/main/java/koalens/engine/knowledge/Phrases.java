package koalens.engine.knowledge;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The names of one language as a tree of words, for the longest match. Filled before it is shared,
/// read-only after.
final class Phrases {
  private final Node root = new Node();

  private static final class Node {
    private Map<String, Node> next = Map.of();
    private @Nullable Meaning meaning;

    Node descend(String word) {
      if (next.isEmpty()) {
        next = new HashMap<>(4);
      }
      return next.computeIfAbsent(word, _ -> new Node());
    }
  }

  /// A match: its meaning, and how many words it takes.
  record Match(Meaning meaning, int words) {}

  /// Adds a name; the first meaning a name is given stays.
  void add(List<String> words, Meaning meaning) {
    Node node = root;
    for (String word : words) {
      node = node.descend(word);
    }
    if (node.meaning == null) {
      node.meaning = meaning;
    }
  }

  /// The longest name at the front of `words` from index `from` on.
  @Nullable Match longest(List<String> words, int from) {
    Node node = root;
    Match best = null;
    for (int i = from; i < words.size(); i++) {
      node = node.next.get(words.get(i));
      if (node == null) {
        return best;
      }
      if (node.meaning != null) {
        best = new Match(node.meaning, i - from + 1);
      }
    }
    return best;
  }

  /// The meaning of a name of one word.
  @Nullable Meaning single(String word) {
    Node node = root.next.get(word);
    return node == null ? null : node.meaning;
  }
}
