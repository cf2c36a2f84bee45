package koalens.engine.knowledge;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;

/// Arrays of numbers as they lie in compiled knowledge: their length, then the lowest byte of each,
/// then the next byte of each: like stands beside like, so that they pack well.
final class IntArrays {
  private IntArrays() {}

  static int[] read(DataInputStream in) throws IOException {
    var ints = new int[in.readInt()];
    int planes = in.readUnsignedByte();
    for (int plane = 0; plane < planes; plane++) {
      byte[] bytes = in.readNBytes(ints.length);
      int shift = plane * Byte.SIZE;
      for (int i = 0; i < bytes.length; i++) {
        ints[i] |= (bytes[i] & 0xFF) << shift;
      }
    }
    return ints;
  }

  static void write(int[] ints, DataOutputStream out) throws IOException {
    int all = 0;
    for (int one : ints) {
      all |= one;
    }
    int planes = (Integer.SIZE - Integer.numberOfLeadingZeros(all) + 7) / Byte.SIZE;
    out.writeInt(ints.length);
    out.writeByte(planes);
    var bytes = new byte[ints.length];
    for (int plane = 0; plane < planes; plane++) {
      for (int i = 0; i < ints.length; i++) {
        bytes[i] = (byte) (ints[i] >>> (plane * Byte.SIZE));
      }
      out.write(bytes);
    }
  }
}
