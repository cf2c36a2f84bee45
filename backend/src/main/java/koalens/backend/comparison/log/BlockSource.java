package koalens.backend.comparison.log;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;

/// Cuts a stream into blocks that end where a line begins something new, so that blocks can be read
/// apart. What does not fit into a block is passed over.
final class BlockSource {
  private final InputStream in;
  private final int size;
  private final Deque<byte[]> free = new ArrayDeque<>();
  private byte[] carried = {};
  private boolean ended;
  private boolean dropping;
  private int dropped;

  BlockSource(InputStream in, int size) {
    this.in = in;
    this.size = size;
  }

  /// The next block; one without bytes at the end.
  Block next() throws IOException {
    while (true) {
      byte[] bytes = free.isEmpty() ? new byte[size] : free.pop();
      System.arraycopy(carried, 0, bytes, 0, carried.length);
      int length = carried.length + in.readNBytes(bytes, carried.length, size - carried.length);
      ended = length < size;
      int cut = ended ? length : lastStart(bytes, length);
      if (cut == 0 && !ended) {
        drop(bytes, length);
      } else {
        carry(bytes, cut, length);
        return block(bytes, cut);
      }
    }
  }

  private void drop(byte[] bytes, int length) {
    dropping = true;
    dropped += lines(bytes, length - 1);
    carry(bytes, length - 1, length);
  }

  private Block block(byte[] bytes, int cut) {
    int from = dropping ? firstStart(bytes, cut) : 0;
    Block block =
        new Block(bytes, from, cut, dropping, dropped + (dropping ? lines(bytes, from) : 0));
    dropping = false;
    dropped = 0;
    return block;
  }

  private void carry(byte[] bytes, int from, int to) {
    carried = Arrays.copyOfRange(bytes, from, to);
  }

  /// Takes back the bytes of a block that was read, for another.
  void recycle(Block block) {
    free.push(block.bytes());
  }

  boolean hasEnded() {
    return ended;
  }

  private static int lastStart(byte[] bytes, int length) {
    for (int i = length - 1; i > 0; i--) {
      if (bytes[i - 1] == '\n' && ObjectScanner.startsRecord(bytes[i])) {
        return i;
      }
    }
    return 0;
  }

  private static int firstStart(byte[] bytes, int length) {
    for (int i = 1; i < length; i++) {
      if (bytes[i - 1] == '\n' && ObjectScanner.startsRecord(bytes[i])) {
        return i;
      }
    }
    return length;
  }

  private static int lines(byte[] bytes, int length) {
    return ByteSearch.breaks(bytes, 0, length);
  }
}
