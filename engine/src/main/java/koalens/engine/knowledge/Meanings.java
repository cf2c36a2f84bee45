package koalens.engine.knowledge;

import java.io.DataOutputStream;
import java.io.IOException;
import koalens.engine.packed.PackedInput;
import koalens.engine.packed.PackedInts;

/// What each name means, by its number: a run of references, each with the set of languages that
/// mean it so. Names of one meaning share it. Immutable and thread-safe.
final class Meanings {
  private final PackedInts firsts;
  private final PackedInts references;
  private final PackedInts speakers;
  private final PackedInts pairs;

  /// @param firsts for each name its first reference
  /// @param references each a [Reference], doubled, and one more for the last of its run
  /// @param speakers for each reference a place among the pairs
  /// @param pairs two sets of languages each: where the reference holds, and, at the first of a
  ///   run, which languages its names speak for when they stand in a text
  Meanings(PackedInts firsts, PackedInts references, PackedInts speakers, PackedInts pairs) {
    this.firsts = firsts;
    this.references = references;
    this.speakers = speakers;
    this.pairs = pairs;
  }

  /// How many names there are.
  int size() {
    return firsts.size();
  }

  /// The first reference of a name.
  int first(int name) {
    return firsts.at(name);
  }

  /// The reference after one of a name, or -1 after the last.
  int next(int index) {
    return (references.at(index) & 1) != 0 ? -1 : index + 1;
  }

  int languages(int index) {
    return pairs.at(2 * speakers.at(index));
  }

  int reference(int index) {
    return references.at(index) >>> 1;
  }

  /// The languages a name speaks for.
  int evidence(int name) {
    return pairs.at(2 * speakers.at(first(name)) + 1);
  }

  /// The languages in which a name may be a part of a compound word.
  int partLanguages(int name) {
    int set = Languages.NONE;
    for (int i = first(name); i >= 0; i = next(i)) {
      set |= languages(i);
    }
    return set;
  }

  static Meanings read(PackedInput in) throws IOException {
    return new Meanings(
        PackedInts.read(in), PackedInts.read(in), PackedInts.read(in), PackedInts.read(in));
  }

  void write(DataOutputStream out) throws IOException {
    firsts.write(out);
    references.write(out);
    speakers.write(out);
    pairs.write(out);
  }
}
