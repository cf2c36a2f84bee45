package koalens.backend.configure;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.HexFormat;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// What marks of users and items in the log are keyed with: the one set, else one drawn at random
/// once and kept in the data folder, so that marks are the same after a restart.
final class LogHashKey {
  private static final Logger LOG = LoggerFactory.getLogger(LogHashKey.class);
  private static final int BYTES = 32;

  private LogHashKey() {}

  static String of(Settings settings) {
    return settings
        .ai()
        .logHashKey()
        .map(Secret::value)
        .orElseGet(() -> kept(settings.dataDirectory().resolve("log-hash.key")));
  }

  private static String kept(Path file) {
    try {
      return create(file);
    } catch (FileAlreadyExistsException e) {
      return read(file);
    } catch (IOException e) {
      return forThisProcess(file);
    }
  }

  private static String create(Path file) throws IOException {
    String key = random();
    Files.createDirectories(file.toAbsolutePath().getParent());
    Path written =
        Files.createTempFile(file.toAbsolutePath().getParent(), "log-hash", ".new", mine());
    try {
      Files.writeString(written, key, StandardOpenOption.TRUNCATE_EXISTING);
      // Whole or not at all, and never over one that another process made meanwhile.
      Files.createLink(file, written);
    } finally {
      Files.delete(written);
    }
    return key;
  }

  private static FileAttribute<?>[] mine() {
    boolean posix = Path.of("").getFileSystem().supportedFileAttributeViews().contains("posix");
    return posix
        ? new FileAttribute<?>[] {
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
        }
        : new FileAttribute<?>[0];
  }

  private static String read(Path file) {
    try {
      return Files.readString(file).strip();
    } catch (IOException e) {
      return forThisProcess(file);
    }
  }

  private static String forThisProcess(Path file) {
    LOG.warn(
        "{} can be neither made nor read: after a restart the log marks users differently;"
            + " set LOG_HASH_KEY",
        file);
    return random();
  }

  private static String random() {
    var bytes = new byte[BYTES];
    new SecureRandom().nextBytes(bytes);
    return HexFormat.of().formatHex(bytes);
  }
}
