package koalens.engine.knowledge;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// The names of all languages while they are gathered; laid out as [Phrases] at the end.
final class PhraseTree {
  // A language counts as speaking a word when it uses it at least a quarter as often as the
  // language that uses it most: loan words in a few names tell nothing.
  private static final int SHARE = 4;

  private final Map<String, Integer> words = new LinkedHashMap<>();
  private final List<int[]> uses = new ArrayList<>();
  private final Node root = new Node(0);

  private static final class Node {
    private final int word;
    private final TreeMap<Integer, Node> children = new TreeMap<>();
    // reference → languages
    private final Map<Integer, Integer> meanings = new LinkedHashMap<>();
    private int number;

    Node(int word) {
      this.word = word;
    }
  }

  /// Adds a meaning of some words; the first meaning that a language gives them stays.
  void add(List<String> phrase, int language, int reference) {
    Node node = root;
    for (String word : phrase) {
      int number = number(word);
      node = node.children.computeIfAbsent(number, Node::new);
    }
    int use = Reference.use(reference);
    boolean taken =
        node.meanings.entrySet().stream()
            .anyMatch(known ->
                (known.getValue() & language) != 0
                    && (Reference.use(known.getKey()) == Reference.STEM)
                        == (use == Reference.STEM));
    if (!taken) {
      node.meanings.merge(reference, language, (one, other) -> one | other);
    }
  }

  /// Counts the words as used in the language.
  void speak(int language, List<String> phrase) {
    for (String word : phrase) {
      uses.get(number(word))[Integer.numberOfTrailingZeros(language)]++;
    }
  }

  private int number(String word) {
    return words.computeIfAbsent(
        word,
        _ -> {
          uses.add(new int[Integer.SIZE]);
          return words.size();
        });
  }

  /// @param languages how many languages there are
  Vocabulary vocabulary(int languages) {
    return Vocabulary.of(
        List.copyOf(words.keySet()),
        uses.stream().mapToInt(counts -> evidence(counts, languages)).toArray());
  }

  private static int evidence(int[] counts, int languages) {
    int most = Arrays.stream(counts).max().orElse(0);
    int set = Languages.NONE;
    for (int language = 0; language < languages; language++) {
      if (counts[language] > 0 && counts[language] * SHARE >= most) {
        set |= 1 << language;
      }
    }
    return set;
  }

  Phrases phrases() {
    List<Node> nodes = numbered();
    int size = nodes.size();
    var wordOf = new int[size];
    var children = new int[size + 1];
    var meanings = new int[size + 1];
    var languages = new ArrayList<Integer>();
    var references = new ArrayList<Integer>();
    int next = root.children.size() + 1;
    for (int i = 1; i < size; i++) {
      Node node = nodes.get(i);
      wordOf[i] = node.word;
      children[i] = next;
      next += node.children.size();
      meanings[i] = references.size();
      node.meanings.forEach((reference, set) -> {
        references.add(reference);
        languages.add(set);
      });
    }
    children[size] = next;
    meanings[size] = references.size();
    return new Phrases(roots(), wordOf, children, meanings, ints(languages), ints(references));
  }

  // Level by level, so that the children of a node stand side by side.
  private List<Node> numbered() {
    var nodes = new ArrayList<Node>();
    nodes.add(new Node(0));
    var waiting = new ArrayDeque<Node>(root.children.values());
    while (!waiting.isEmpty()) {
      Node node = waiting.poll();
      node.number = nodes.size();
      nodes.add(node);
      waiting.addAll(node.children.values());
    }
    return nodes;
  }

  private int[] roots() {
    var roots = new int[words.size()];
    root.children.forEach((word, node) -> roots[word] = node.number);
    return roots;
  }

  private static int[] ints(List<Integer> list) {
    return list.stream().mapToInt(Integer::intValue).toArray();
  }
}
