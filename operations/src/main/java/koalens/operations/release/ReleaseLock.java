package koalens.operations.release;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Lets one deployment at a time reach an environment from this machine. The operating system lets
/// it go when the process dies, however it dies.
final class ReleaseLock implements AutoCloseable {
  private final FileChannel channel;

  private ReleaseLock(FileChannel channel) {
    this.channel = channel;
  }

  /// The lock; nothing while another process holds it.
  static Optional<ReleaseLock> acquire(Path folder) {
    try {
      Files.createDirectories(folder);
      FileChannel channel =
          FileChannel.open(
              folder.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
      @Nullable FileLock lock = channel.tryLock();
      if (lock == null) {
        channel.close();
        return Optional.empty();
      }
      return Optional.of(new ReleaseLock(channel));
    } catch (IOException e) {
      throw new UncheckedIOException("the lock cannot be made in " + folder, e);
    } catch (OverlappingFileLockException e) {
      return Optional.empty();
    }
  }

  @Override
  public void close() {
    try {
      channel.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
