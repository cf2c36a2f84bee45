package koalens.engine.text;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// A folded text that remembers where each of its characters stood in the original.
public final class FoldedText {
  private final char[] characters;
  private final int[] origins;
  private final int originalLength;

  private final List<MarkupTag> skipped;

  private FoldedText(
      char[] characters, int[] origins, int originalLength, List<MarkupTag> skipped) {
    this.characters = characters;
    this.origins = origins;
    this.originalLength = originalLength;
    this.skipped = skipped;
  }

  int length() {
    return characters.length;
  }

  char charAt(int index) {
    return characters[index];
  }

  String substring(int start, int end) {
    return new String(characters, start, end - start);
  }

  /// The place in the original of the folded character at `index`.
  int startOf(int index) {
    return origins[index];
  }

  /// The place in the original just after the folded character before `index`.
  int endOf(int index) {
    int origin = origins[index - 1];
    int next = index;
    while (next < origins.length && origins[next] == origin) {
      next++;
    }
    return beforeTags(origin, next < origins.length ? origins[next] : originalLength);
  }

  private int beforeTags(int start, int end) {
    int before = end;
    for (MarkupTag tag : skipped.reversed()) {
      before = tag.end() == before && tag.start() > start ? tag.start() : before;
    }
    return before;
  }

  @Override
  public String toString() {
    return new String(characters);
  }

  static final class Builder {
    private char[] characters;
    private int[] origins;
    private int length;
    private List<MarkupTag> skipped = List.of();

    Builder(int capacity) {
      characters = new char[capacity];
      origins = new int[capacity];
    }

    void append(char character, int origin) {
      if (length == characters.length) {
        characters = Arrays.copyOf(characters, length * 2 + 8);
        origins = Arrays.copyOf(origins, length * 2 + 8);
      }
      characters[length] = character;
      origins[length++] = origin;
    }

    void skip(MarkupTag tag) {
      skipped = skipped.isEmpty() ? new ArrayList<>() : skipped;
      skipped.add(tag);
      if (tag.breaksLine()) {
        append('\n', tag.start());
      }
    }

    FoldedText build(int originalLength) {
      return new FoldedText(
          Arrays.copyOf(characters, length),
          Arrays.copyOf(origins, length),
          originalLength,
          List.copyOf(skipped));
    }
  }
}
