package koalens.cli;

import picocli.CommandLine.Option;

/// The language in which a command shows what the engine knows.
final class NameLanguage {
  @Option(
      names = "--language",
      paramLabel = "LANG",
      description = "Language of names and reasons (default ${DEFAULT-VALUE}).",
      defaultValue = "en")
  private String code = "en";

  /// ISO 639-1.
  String code() {
    return code;
  }
}
