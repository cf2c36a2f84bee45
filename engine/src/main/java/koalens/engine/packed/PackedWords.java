package koalens.engine.packed;

import java.io.DataOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/// Different words, each with its number in the order they were given, found by a hash table that
/// lies ready. Immutable and thread-safe.
public final class PackedWords {
  private final PackedTexts words;
  // Number plus one; none at an empty place. At least half of the places are empty.
  private final PackedInts slots;

  private PackedWords(PackedTexts words, PackedInts slots) {
    this.words = words;
    this.slots = slots;
  }

  /// Packs words, which must differ.
  public static PackedWords of(List<String> words) {
    int size = Integer.highestOneBit(Math.max(1, words.size())) * 4;
    var slots = new ArrayList<>(Collections.nCopies(size, 0));
    for (int number = 0; number < words.size(); number++) {
      int slot = slot(words.get(number), size);
      while (slots.get(slot) != 0) {
        slot = (slot + 1) & (size - 1);
      }
      slots.set(slot, number + 1);
    }
    return new PackedWords(PackedTexts.of(words), PackedInts.of(slots));
  }

  // The low bits of a string's hash are mostly those of its last letter.
  private static int slot(String word, int size) {
    int hash = word.hashCode() * 0x9E3779B9;
    return (hash >>> 15) & (size - 1);
  }

  /// The number of a word, or -1.
  public int number(String word) {
    int size = slots.size();
    int slot = slot(word, size);
    for (int number = slots.at(slot); number != 0; number = slots.at(slot)) {
      if (words.is(number - 1, word)) {
        return number - 1;
      }
      slot = (slot + 1) & (size - 1);
    }
    return -1;
  }

  /// The word with the number.
  public String at(int number) {
    return words.at(number);
  }

  /// How many there are.
  public int size() {
    return words.size();
  }

  /// Reads what [#write] wrote.
  ///
  /// @throws IOException when it is something else, or cut
  public static PackedWords read(PackedInput in) throws IOException {
    return new PackedWords(PackedTexts.read(in), PackedInts.read(in));
  }

  /// Writes them as they lie.
  public void write(DataOutputStream out) throws IOException {
    words.write(out);
    slots.write(out);
  }
}
