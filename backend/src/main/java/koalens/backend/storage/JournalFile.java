package koalens.backend.storage;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.invoke.VarHandle;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.zip.CRC32C;

/// A file of fixed size, mapped into memory, that takes records until it is full. What was written
/// belongs to the operating system at once, so it outlives a kill of the process; the loss of power
/// it may not outlive. One process has it at a time. Not thread-safe.
///
/// A record is its length, its CRC-32C and its bytes; a length of 0 ends the file.
final class JournalFile implements AutoCloseable {
  private static final int HEAD = 2 * Integer.BYTES;
  private static final int PIECE = 1 << 16;

  private final Path path;
  private final FileChannel channel;
  private final Arena arena = Arena.ofShared();
  // Through a buffer: a segment's own access makes classes at start, a twentieth of a second of it.
  private final ByteBuffer memory;
  private int end;

  private JournalFile(Path path, FileChannel channel, long size) throws IOException {
    this.path = path;
    this.channel = channel;
    fill(size);
    this.memory =
        channel
            .map(FileChannel.MapMode.READ_WRITE, 0, size, arena)
            .asByteBuffer()
            .order(ByteOrder.nativeOrder());
  }

  /// Opens the file, made when it is not there; empty when another process or another part of this
  /// one has it.
  ///
  /// @param size its size in bytes
  static Optional<JournalFile> open(Path path, long size) throws IOException {
    FileChannel channel =
        FileChannel.open(
            path, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
    try {
      if (channel.tryLock() != null) {
        return Optional.of(new JournalFile(path, channel, size));
      }
    } catch (OverlappingFileLockException e) {
      // As good as another process.
    } catch (IOException e) {
      channel.close();
      throw e;
    }
    channel.close();
    return Optional.empty();
  }

  // A page that the disk has no room for would end the process when it is touched: make room first.
  private void fill(long size) throws IOException {
    var zeros = ByteBuffer.allocateDirect(PIECE);
    for (long at = channel.size(); at < size; at += zeros.limit()) {
      zeros.clear().limit((int) Math.min(PIECE, size - at));
      while (zeros.hasRemaining()) {
        channel.write(zeros, at + zeros.position());
      }
    }
  }

  /// The records an earlier process left.
  List<ByteBuffer> records() {
    var records = new ArrayList<ByteBuffer>();
    for (int at = 0; hasRecord(at); at += HEAD + length(at)) {
      records.add(memory.slice(at + HEAD, length(at)));
    }
    return records;
  }

  private boolean hasRecord(int at) {
    return at + HEAD <= memory.capacity()
        && length(at) > 0
        && length(at) <= memory.capacity() - at - HEAD
        && memory.getInt(at + Integer.BYTES) == checksum(memory.slice(at + HEAD, length(at)));
  }

  private int length(int at) {
    return memory.getInt(at);
  }

  private static int checksum(ByteBuffer bytes) {
    var checksum = new CRC32C();
    checksum.update(bytes);
    return (int) checksum.getValue();
  }

  /// Whether a record of this length ever fits.
  boolean canHold(int length) {
    return length <= memory.capacity() - HEAD;
  }

  /// Adds a record, unless the file is too full.
  boolean append(byte[] record) {
    if (record.length > memory.capacity() - end - HEAD) {
      return false;
    }
    int next = end + HEAD + record.length;
    memory.put(end + HEAD, record);
    memory.putInt(end + Integer.BYTES, checksum(ByteBuffer.wrap(record)));
    endAt(next);
    // The length comes last: until it is there, the record is not.
    VarHandle.releaseFence();
    memory.putInt(end, record.length);
    end = next;
    return true;
  }

  /// Forgets all records.
  void clear() {
    end = 0;
    endAt(0);
  }

  private void endAt(int at) {
    if (at + Integer.BYTES <= memory.capacity()) {
      memory.putInt(at, 0);
    }
  }

  /// Lets the file go, and removes it.
  void remove() throws IOException {
    Files.deleteIfExists(path);
    close();
  }

  @Override
  public void close() throws IOException {
    arena.close();
    channel.close();
  }
}
