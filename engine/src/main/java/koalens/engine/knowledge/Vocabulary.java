package koalens.engine.knowledge;

import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/// Every word that occurs in a name, in any language, numbered from 0. Immutable and thread-safe.
///
/// A word is found by the hash that [String#hashCode()] specifies, so that the hash of a token is
/// computed once and the hashes of a word's pieces can be carried along letter by letter.
final class Vocabulary {
  /// No such word.
  static final int NONE = -1;

  private final byte[] letters;
  private final int[] offsets;
  private final int[] evidence;
  private final int[] slots;

  /// @param letters all words, one after the other, in ISO 8859-1: folding leaves no others
  /// @param offsets where each word begins in `letters`, and where the last one ends
  /// @param evidence for each word the languages it speaks for
  private Vocabulary(byte[] letters, int[] offsets, int[] evidence) {
    this.letters = letters;
    this.offsets = offsets;
    this.evidence = evidence;
    this.slots = new int[Integer.highestOneBit(Math.max(1, offsets.length)) * 4];
    for (int word = 0; word < size(); word++) {
      int slot = slot(hash(word));
      while (slots[slot] != 0) {
        slot = slot + 1 & slots.length - 1;
      }
      slots[slot] = word + 1;
    }
  }

  static Vocabulary read(DataInputStream in) throws IOException {
    byte[] letters = in.readNBytes(in.readInt());
    return new Vocabulary(letters, IntArrays.read(in), IntArrays.read(in));
  }

  void write(DataOutputStream out) throws IOException {
    out.writeInt(letters.length);
    out.write(letters);
    IntArrays.write(offsets, out);
    IntArrays.write(evidence, out);
  }

  /// Numbers the words in the order given.
  ///
  /// @param evidence for each word the languages it speaks for
  /// @throws IllegalArgumentException when a word has a letter that folding would not have left
  static Vocabulary of(List<String> words, int[] evidence) {
    var offsets = new int[words.size() + 1];
    var letters = new ByteArrayOutputStream();
    for (int i = 0; i < words.size(); i++) {
      for (char letter : words.get(i).toCharArray()) {
        if (letter > 0xFF) {
          throw new IllegalArgumentException(
              "'" + words.get(i) + "' has a letter no label word may have: '" + letter + "'");
        }
        letters.write(letter);
      }
      offsets[i + 1] = letters.size();
    }
    return new Vocabulary(letters.toByteArray(), offsets, evidence);
  }

  int size() {
    return offsets.length - 1;
  }

  /// The languages a word speaks for; none for no word.
  int evidence(int word) {
    return word == NONE ? Languages.NONE : evidence[word];
  }

  /// The number of the word, or [#NONE].
  int find(String word) {
    return find(word, 0, word.length(), word.hashCode());
  }

  /// The number of the word that stands in `text` from `start` to `end`, or [#NONE].
  ///
  /// @param hash what [String#hashCode()] gives for that stretch
  int find(CharSequence text, int start, int end, int hash) {
    for (int slot = slot(hash); slots[slot] != 0; slot = slot + 1 & slots.length - 1) {
      int word = slots[slot] - 1;
      if (is(word, text, start, end)) {
        return word;
      }
    }
    return NONE;
  }

  /// The spelling of a word.
  String word(int word) {
    return new String(
        letters, offsets[word], offsets[word + 1] - offsets[word], StandardCharsets.ISO_8859_1);
  }

  private boolean is(int word, CharSequence text, int start, int end) {
    int from = offsets[word];
    if (offsets[word + 1] - from != end - start) {
      return false;
    }
    for (int i = start; i < end; i++) {
      if ((letters[from + i - start] & 0xFF) != text.charAt(i)) {
        return false;
      }
    }
    return true;
  }

  private int hash(int word) {
    int hash = 0;
    for (int i = offsets[word]; i < offsets[word + 1]; i++) {
      hash = 31 * hash + (letters[i] & 0xFF);
    }
    return hash;
  }

  private int slot(int hash) {
    return (hash * 0x9E3779B9) >>> Integer.numberOfLeadingZeros(slots.length - 1);
  }
}
