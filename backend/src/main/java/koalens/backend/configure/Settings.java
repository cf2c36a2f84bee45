package koalens.backend.configure;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import koalens.backend.analysis.Durability;
import koalens.backend.analysis.advice.Mode;
import koalens.backend.storage.DatabaseAddress;

/// Everything that can be set, checked.
///
/// @param host address to listen on
/// @param port port to listen on; 0 for any free one
/// @param metricsPort port of its own for `/metrics`, 0 for any free one; without one it is at
///   [#port]
/// @param environment where the application runs
/// @param aiProvider who answers what the engine cannot settle
/// @param geminiKey key for Google Gemini, when there is one
/// @param anthropicKey key for Anthropic Claude, when there is one
/// @param ai how providers are asked
/// @param logLevel from which level on log lines are written
/// @param database where the ledger lies
/// @param durability what an analysis outlives once it is answered
/// @param journalBytes size of each of the two files that hold analyses on their way to the
///   database
/// @param dataDirectory the folder for what the application keeps
/// @param knowledgeDirectory where knowledge with an imported taxonomy lies, when there is one
/// @param corsOrigins web origins that may call; `*` alone allows all
/// @param people who may call, how much, and what is kept of them
/// @param limits how much it takes on
/// @param providers how much is asked of providers and taken from them
/// @param media how photos and films are taken in and read
public record Settings(
    String host,
    int port,
    Optional<Integer> metricsPort,
    Environment environment,
    AiProvider aiProvider,
    Optional<Secret> geminiKey,
    Optional<Secret> anthropicKey,
    AiSettings ai,
    LogLevel logLevel,
    DatabaseAddress database,
    Durability durability,
    int journalBytes,
    Path dataDirectory,
    Optional<Path> knowledgeDirectory,
    List<String> corsOrigins,
    PeopleSettings people,
    Limits limits,
    ProviderSettings providers,
    MediaSettings media) {

  /// Copies the list.
  public Settings {
    corsOrigins = List.copyOf(corsOrigins);
  }

  /// The settings an environment asks for; an empty value counts as not set.
  ///
  /// @throws SettingsFault naming everything that cannot be used
  public static Settings read(Map<String, String> environment) {
    return new SettingsReader(environment).settings();
  }

  /// The settings of this process: its environment and, in development, the file `.env` in the
  /// working directory, over which the environment wins. Where neither says `DATA_DIR`, the system
  /// property `koalens.data` does, with which a launcher names the folder beside it.
  ///
  /// @throws SettingsFault naming everything that cannot be used
  public static Settings current() {
    String data = System.getProperty("koalens.data", "");
    Map<String, String> defaults = data.isEmpty() ? Map.of() : Map.of("DATA_DIR", data);
    return read(EnvironmentFile.under(System.getenv(), Path.of(".env"), defaults));
  }

  /// Every setting there is, in the order people look for them.
  public static List<SettingDocumentation> documentation() {
    return Stream.of(Variable.values()).map(Variable::documentation).toList();
  }

  /// What is set but has no effect, or less than one may think; one sentence each.
  public List<String> notes() {
    var notes = new ArrayList<String>();
    if (ai.mode() == Mode.SHADOW && ai.experiment().isEmpty()) {
      notes.add("AB_MODE is shadow, but no experiment runs: set ENABLE_AB_TEST to true");
    }
    if (environment == Environment.PRODUCTION && ai.experiment().isPresent()) {
      notes.add("ENABLE_AB_TEST is true in production: people are part of an experiment");
    }
    if (environment == Environment.PRODUCTION && corsOrigins.contains("*")) {
      notes.add("CORS_ORIGIN is *: every web page may call this server");
    }
    return notes;
  }
}
