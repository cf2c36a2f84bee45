package koalens.backend.configure;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Properties;

/// What the build noted about itself; `unknown` where it could not.
public final class Build {
  private static final String UNKNOWN = "unknown";
  private static final Properties BUILD = load("build.properties");
  private static final Properties GIT = load("commit.properties");

  private Build() {}

  /// The release.
  public static String version() {
    return known(BUILD.getProperty("version", UNKNOWN));
  }

  /// The git commit it was built from. An image, which holds no git, is told by `KOALENS_COMMIT`.
  public static String commit() {
    String told = System.getenv("KOALENS_COMMIT");
    return told == null || told.isBlank() ? known(GIT.getProperty("git.commit.id", UNKNOWN)) : told;
  }

  /// When it was built, in UTC.
  public static String builtAt() {
    return known(BUILD.getProperty("built.at", UNKNOWN));
  }

  // A placeholder that no build step filled says as little as nothing.
  private static String known(String value) {
    return value.isBlank() || value.startsWith("${") ? UNKNOWN : value;
  }

  private static Properties load(String resource) {
    var properties = new Properties();
    try (InputStream stream = Build.class.getResourceAsStream(resource)) {
      if (stream != null) {
        properties.load(stream);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return properties;
  }
}
