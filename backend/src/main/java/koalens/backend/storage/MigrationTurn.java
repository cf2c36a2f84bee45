package koalens.backend.storage;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.concurrent.locks.ReentrantLock;

/// The right to change the schema of a SQLite file: one at a time has it, in this process and in
/// others on this machine. SQLite itself lets several begin and fails all but one, again and again.
final class MigrationTurn implements AutoCloseable {
  // A lock of a file is the process's, not the thread's.
  private static final ReentrantLock HERE = new ReentrantLock();

  private final Path file;
  private final FileChannel channel;
  private final FileLock lock;

  private MigrationTurn(Path file, FileChannel channel, FileLock lock) {
    this.file = file;
    this.channel = channel;
    this.lock = lock;
  }

  /// Waits for the turn.
  ///
  /// @param database the SQLite file; the turn is a file beside it while it lasts
  /// @throws MigrationException when the folder cannot be written
  static MigrationTurn await(Path database) {
    Path file = database.resolveSibling(database.getFileName() + ".migrating");
    HERE.lock();
    try {
      return alone(file);
    } catch (IOException e) {
      HERE.unlock();
      throw new MigrationException(file + " cannot be written", e);
    }
  }

  private static MigrationTurn alone(Path file) throws IOException {
    FileChannel channel =
        FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    try {
      return new MigrationTurn(file, channel, channel.lock());
    } catch (IOException e) {
      channel.close();
      throw e;
    }
  }

  /// Gives the turn back. Whoever waits for the file that goes away here finds the schema done.
  @Override
  public void close() {
    try {
      Files.deleteIfExists(file);
      lock.release();
      channel.close();
    } catch (IOException e) {
      throw new MigrationException(file + " cannot be removed", e);
    } finally {
      HERE.unlock();
    }
  }
}
