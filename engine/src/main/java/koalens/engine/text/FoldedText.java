package koalens.engine.text;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A folded text that remembers where each of its characters stood in the original.
public final class FoldedText {
  private final char[] characters;
  private final int length;
  // None while each stands where it stood in the original, as in most texts.
  private final int @Nullable [] origins;
  private final int originalLength;
  private final List<MarkupTag> skipped;

  private FoldedText(Builder builder, int originalLength) {
    this.characters = builder.characters;
    this.length = builder.length;
    this.origins = builder.origins;
    this.originalLength = originalLength;
    this.skipped = List.copyOf(builder.skipped);
  }

  int length() {
    return length;
  }

  char charAt(int index) {
    return characters[index];
  }

  String substring(int start, int end) {
    return new String(characters, start, end - start);
  }

  /// The place in the original of the folded character at `index`.
  int startOf(int index) {
    return origins == null ? index : origins[index];
  }

  /// The place in the original just after the folded character before `index`.
  int endOf(int index) {
    int origin = startOf(index - 1);
    int next = index;
    while (next < length && startOf(next) == origin) {
      next++;
    }
    return beforeTags(origin, next < length ? startOf(next) : originalLength);
  }

  // The tags stand in their order.
  private int beforeTags(int start, int end) {
    int before = end;
    for (int i = lastTagUntil(end); i >= 0; i--) {
      MarkupTag tag = skipped.get(i);
      if (tag.end() != before || tag.start() <= start) {
        break;
      }
      before = tag.start();
    }
    return before;
  }

  private int lastTagUntil(int end) {
    int low = 0;
    int high = skipped.size();
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (skipped.get(middle).end() <= end) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low - 1;
  }

  @Override
  public String toString() {
    return substring(0, length);
  }

  static final class Builder {
    private char[] characters;
    private int @Nullable [] origins;
    private int length;
    private List<MarkupTag> skipped = List.of();

    Builder(int capacity) {
      characters = new char[capacity];
    }

    void append(char character, int origin) {
      if (length == characters.length) {
        characters = Arrays.copyOf(characters, length * 2 + 8);
        origins = origins == null ? null : Arrays.copyOf(origins, length * 2 + 8);
      }
      if (origins == null && origin != length) {
        origins = inPlace(length, characters.length);
      }
      if (origins != null) {
        origins[length] = origin;
      }
      characters[length++] = character;
    }

    private static int[] inPlace(int filled, int capacity) {
      var places = new int[capacity];
      for (int i = 0; i < filled; i++) {
        places[i] = i;
      }
      return places;
    }

    void skip(MarkupTag tag) {
      skipped = skipped.isEmpty() ? new ArrayList<>() : skipped;
      skipped.add(tag);
      if (tag.breaksLine()) {
        append('\n', tag.start());
      }
    }

    FoldedText build(int originalLength) {
      return new FoldedText(this, originalLength);
    }
  }
}
