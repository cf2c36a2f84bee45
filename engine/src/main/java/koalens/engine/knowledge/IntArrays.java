package koalens.engine.knowledge;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;

/// Arrays of numbers as they lie in compiled knowledge: their length, then the numbers.
final class IntArrays {
  private IntArrays() {}

  static int[] read(DataInputStream in) throws IOException {
    var ints = new int[in.readInt()];
    byte[] bytes = in.readNBytes(ints.length * Integer.BYTES);
    ByteBuffer.wrap(bytes).asIntBuffer().get(ints);
    return ints;
  }

  static void write(int[] ints, DataOutputStream out) throws IOException {
    out.writeInt(ints.length);
    ByteBuffer buffer = ByteBuffer.allocate(ints.length * Integer.BYTES);
    buffer.asIntBuffer().put(ints);
    out.write(buffer.array());
  }
}
