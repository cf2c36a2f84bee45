package koalens.engine.knowledge;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.Arrays;

/// The names of all languages as one tree of word numbers. Immutable and thread-safe.
///
/// Node 0 is no node. The children of a node stand side by side, ordered by their word, so a node
/// is found by halving; what a node means is a run of references, each with the set of languages
/// that mean it so.
final class Phrases {
  private final int[] roots;
  private final int[] words;
  private final int[] children;
  private final int[] meanings;
  private final int[] languages;
  private final int[] references;

  /// @param roots for each word the node of names that begin with it, or 0
  /// @param words for each node its word
  /// @param children for each node its first child; its children end where the next node's begin
  /// @param meanings for each node its first meaning; likewise
  /// @param languages for each meaning the set of languages it holds in
  /// @param references for each meaning its [Reference]
  Phrases(
      int[] roots, int[] words, int[] children, int[] meanings, int[] languages, int[] references) {
    this.roots = roots;
    this.words = words;
    this.children = children;
    this.meanings = meanings;
    this.languages = languages;
    this.references = references;
  }

  static Phrases read(DataInputStream in) throws IOException {
    return new Phrases(
        IntArrays.read(in),
        IntArrays.read(in),
        IntArrays.read(in),
        IntArrays.read(in),
        IntArrays.read(in),
        IntArrays.read(in));
  }

  void write(DataOutputStream out) throws IOException {
    for (int[] array : new int[][] {roots, words, children, meanings, languages, references}) {
      IntArrays.write(array, out);
    }
  }

  /// The node of names that begin with the word; 0 for none.
  int root(int word) {
    return word == Vocabulary.NONE ? 0 : roots[word];
  }

  /// The node after `node` with the next word; 0 for none.
  int next(int node, int word) {
    if (word == Vocabulary.NONE || children[node] == children[node + 1]) {
      return 0;
    }
    int found = Arrays.binarySearch(words, children[node], children[node + 1], word);
    return found < 0 ? 0 : found;
  }

  int firstMeaning(int node) {
    return meanings[node];
  }

  int lastMeaning(int node) {
    return meanings[node + 1];
  }

  /// The languages a meaning holds in.
  int languages(int meaning) {
    return languages[meaning];
  }

  /// The [Reference] of a meaning.
  int reference(int meaning) {
    return references[meaning];
  }
}
