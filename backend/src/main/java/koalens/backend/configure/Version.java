package koalens.backend.configure;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Properties;

/// What runs here.
///
/// @param version the release
/// @param commit the git commit it was built from; `unknown` when built outside a repository
/// @param builtAt when it was built, in UTC
/// @param environment where it runs
/// @param knowledge the version of its knowledge
public record Version(
    String version, String commit, String builtAt, Environment environment, String knowledge) {
  private static final String UNKNOWN = "unknown";

  static Version of(Environment environment, String knowledge) {
    Properties build = load("build.properties");
    Properties git = load("commit.properties");
    return new Version(
        known(build.getProperty("version", UNKNOWN)),
        known(git.getProperty("git.commit.id", UNKNOWN)),
        known(build.getProperty("built.at", UNKNOWN)),
        environment,
        knowledge);
  }

  // A placeholder that no build step filled says as little as nothing.
  private static String known(String value) {
    return value.isBlank() || value.startsWith("${") ? UNKNOWN : value;
  }

  private static Properties load(String resource) {
    var properties = new Properties();
    try (InputStream stream = Version.class.getResourceAsStream(resource)) {
      if (stream != null) {
        properties.load(stream);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return properties;
  }
}
