package koalens.engine.packed;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/// Texts side by side in one block of bytes; each becomes a string when it is asked for. Immutable
/// and thread-safe.
public final class PackedTexts {
  private static final int ASCII = 0x80;

  private final byte[] bytes;
  private final PackedInts firsts;

  private PackedTexts(byte[] bytes, PackedInts firsts) {
    this.bytes = bytes;
    this.firsts = firsts;
  }

  /// Packs texts.
  public static PackedTexts of(List<String> texts) {
    var bytes = new ByteArrayOutputStream();
    var firsts = new ArrayList<Integer>(List.of(0));
    for (String text : texts) {
      bytes.writeBytes(text.getBytes(StandardCharsets.UTF_8));
      firsts.add(bytes.size());
    }
    return new PackedTexts(bytes.toByteArray(), PackedInts.of(firsts));
  }

  /// The text at a place.
  public String at(int index) {
    int first = firsts.at(index);
    return new String(bytes, first, firsts.at(index + 1) - first, StandardCharsets.UTF_8);
  }

  /// Whether that is the text at a place.
  public boolean is(int index, String text) {
    int first = firsts.at(index);
    int length = firsts.at(index + 1) - first;
    for (int i = 0; i < text.length(); i++) {
      char letter = text.charAt(i);
      if (letter >= ASCII) {
        return at(index).equals(text);
      }
      if (i == length || bytes[first + i] != letter) {
        return false;
      }
    }
    return length == text.length();
  }

  /// How many there are.
  public int size() {
    return firsts.size() - 1;
  }

  /// Reads what [#write] wrote.
  ///
  /// @throws IOException when it is something else, or cut
  public static PackedTexts read(PackedInput in) throws IOException {
    return new PackedTexts(in.block(), PackedInts.read(in));
  }

  /// Writes them as they lie.
  public void write(DataOutputStream out) throws IOException {
    out.writeInt(bytes.length);
    out.write(bytes);
    firsts.write(out);
  }
}
