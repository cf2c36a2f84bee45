package koalens.testing;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.tukaani.xz.XZInputStream;

/// The files of PostgreSQL, unpacked from the class path.
final class PostgresFiles {
  private PostgresFiles() {}

  /// A new folder with the programs, which whoever runs PostgreSQL may write into.
  static Path unpack() throws IOException {
    Path folder = Files.createTempDirectory("koalens-postgresql");
    try (InputStream packed = PostgresFiles.class.getResourceAsStream("/" + archive())) {
      if (packed == null) {
        throw new IOException("no " + archive() + " on the class path: see testing/pom.xml");
      }
      unpack(new XZInputStream(packed), folder);
    }
    if (ProgramRunner.isRoot()) {
      var users = folder.getFileSystem().getUserPrincipalLookupService();
      Files.setOwner(folder, users.lookupPrincipalByName("nobody"));
    }
    return folder;
  }

  private static String archive() {
    String system = System.getProperty("os.name").toLowerCase(Locale.ROOT);
    boolean arm = System.getProperty("os.arch").equals("aarch64");
    return system.startsWith("mac")
        ? "postgres-darwin-%s.txz".formatted(arm ? "arm_64" : "x86_64")
        : "postgres-linux-%s.txz".formatted(arm ? "arm_64" : "x86_64");
  }

  private static void unpack(InputStream tar, Path folder) throws IOException {
    Process process = new ProcessBuilder(List.of("tar", "-x", "-C", folder.toString())).start();
    try (var entries = process.getOutputStream()) {
      tar.transferTo(entries);
    }
    try {
      if (process.waitFor() != 0) {
        throw new IOException(
            "tar failed: "
                + new String(
                    process.getErrorStream().readAllBytes(),
                    java.nio.charset.StandardCharsets.UTF_8));
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted", e);
    }
  }

  /// Removes the folder with all in it.
  static void delete(Path folder) {
    try (Stream<Path> all = Files.walk(folder)) {
      all.sorted(Comparator.reverseOrder()).forEach(PostgresFiles::remove);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void remove(Path path) {
    try {
      Files.deleteIfExists(path);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
