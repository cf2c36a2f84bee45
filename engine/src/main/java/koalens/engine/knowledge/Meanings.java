package koalens.engine.knowledge;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;

/// What each name means, by its number. Names of one meaning share it: a *sense* is a run of
/// references, each with the set of languages that mean it so. Immutable and thread-safe.
final class Meanings {
  private final int[] senses;
  private final int[] firsts;
  private final int[] languages;
  private final int[] references;
  private final int[] evidence;
  private final int[] parts;

  /// @param senses for each name its sense
  /// @param firsts for each sense its first reference; the last one ends where the next begins
  /// @param languages for each reference the set of languages it holds in
  /// @param references each a [Reference]
  /// @param evidence for each sense the languages its names speak for when they stand in a text
  Meanings(int[] senses, int[] firsts, int[] languages, int[] references, int[] evidence) {
    this.senses = senses;
    this.firsts = firsts;
    this.languages = languages;
    this.references = references;
    this.evidence = evidence;
    this.parts = new int[evidence.length];
    for (int sense = 0; sense < parts.length; sense++) {
      for (int i = firsts[sense]; i < firsts[sense + 1]; i++) {
        parts[sense] |= languages[i];
      }
    }
  }

  /// Where the references of a name begin.
  int first(int name) {
    return firsts[senses[name]];
  }

  /// Where the references of a name end.
  int last(int name) {
    return firsts[senses[name] + 1];
  }

  int languages(int index) {
    return languages[index];
  }

  int reference(int index) {
    return references[index];
  }

  /// The languages a name speaks for.
  int evidence(int name) {
    return evidence[senses[name]];
  }

  /// The languages in which a name may be a part of a compound word.
  int partLanguages(int name) {
    return parts[senses[name]];
  }

  static Meanings read(DataInputStream in) throws IOException {
    return new Meanings(
        IntArrays.read(in),
        IntArrays.read(in),
        IntArrays.read(in),
        IntArrays.read(in),
        IntArrays.read(in));
  }

  void write(DataOutputStream out) throws IOException {
    for (int[] array : new int[][] {senses, firsts, languages, references, evidence}) {
      IntArrays.write(array, out);
    }
  }
}
