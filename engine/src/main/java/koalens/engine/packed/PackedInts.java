package koalens.engine.packed;

import java.io.DataOutputStream;
import java.io.IOException;
import java.util.List;

/// Numbers from zero up, in as few bytes each as the greatest needs, the lowest byte first.
/// Immutable and thread-safe.
public final class PackedInts {
  private final byte[] bytes;
  private final int width;

  private PackedInts(byte[] bytes, int width) {
    this.bytes = bytes;
    this.width = width;
  }

  /// Packs numbers.
  ///
  /// @throws IllegalArgumentException when one is below zero
  public static PackedInts of(List<Integer> numbers) {
    int all = 0;
    for (int number : numbers) {
      all |= number;
    }
    if (all < 0) {
      throw new IllegalArgumentException("a number below zero cannot be packed");
    }
    int width = Math.max(1, (Integer.SIZE - Integer.numberOfLeadingZeros(all) + 7) / Byte.SIZE);
    var bytes = new byte[numbers.size() * width];
    for (int i = 0; i < bytes.length; i++) {
      bytes[i] = (byte) (numbers.get(i / width) >>> (i % width * Byte.SIZE));
    }
    return new PackedInts(bytes, width);
  }

  /// The number at a place.
  public int at(int index) {
    int at = index * width;
    int number = bytes[at] & 0xFF;
    for (int i = 1; i < width; i++) {
      number |= (bytes[at + i] & 0xFF) << (i * Byte.SIZE);
    }
    return number;
  }

  /// How many there are.
  public int size() {
    return bytes.length / width;
  }

  /// Reads what [#write] wrote.
  ///
  /// @throws IOException when it is something else, or cut
  public static PackedInts read(PackedInput in) throws IOException {
    int width = in.octet();
    if (width < 1 || width > Integer.BYTES) {
      throw new IOException("no numbers have " + width + " bytes");
    }
    return new PackedInts(in.block(), width);
  }

  /// Writes them as they lie.
  public void write(DataOutputStream out) throws IOException {
    out.writeByte(width);
    out.writeInt(bytes.length);
    out.write(bytes);
  }
}
