package koalens.backend.configure;

/// What runs here.
///
/// @param version the release
/// @param commit the git commit it was built from; `unknown` when built outside a repository
/// @param builtAt when it was built, in UTC
/// @param environment where it runs
/// @param knowledge the version of its knowledge
public record Version(
    String version, String commit, String builtAt, Environment environment, String knowledge) {

  static Version of(Environment environment, String knowledge) {
    return new Version(Build.version(), Build.commit(), Build.builtAt(), environment, knowledge);
  }
}
