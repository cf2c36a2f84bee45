package koalens.cli;

import java.util.Optional;
import koalens.backend.analysis.advice.Advisers;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/// Whom a command asks beside the knowledge base.
final class ProviderOption {
  private static final String AUTO = "auto";

  @Spec(Spec.Target.MIXEE)
  private CommandSpec spec = CommandSpec.create();

  @Option(
      names = "--provider",
      paramLabel = "NAME",
      description = {
        "Who answers beside the knowledge base: gemini or claude is asked about every ingredient;",
        "auto asks as the server would, about what the knowledge base leaves open; local (the",
        "default) asks nobody. Needs the key of the provider."
      })
  private String name = Advisers.LOCAL;

  /// Whether nobody is asked.
  boolean isLocal() {
    return name.equals(Advisers.LOCAL);
  }

  /// Who must answer; empty where the settings decide.
  Optional<String> forced() {
    return Optional.of(name).filter(known -> !known.equals(AUTO));
  }

  /// Fails with the names there are, when it is none of the advisers.
  void requireOneOf(Advisers advisers) {
    if (forced().filter(wanted -> !advisers.names().contains(wanted)).isPresent()) {
      throw new ParameterException(
          spec.commandLine(),
          "--provider must be auto, %s; for others set GEMINI_API_KEY or ANTHROPIC_API_KEY"
              .formatted(String.join(" or ", advisers.names())));
    }
  }
}
