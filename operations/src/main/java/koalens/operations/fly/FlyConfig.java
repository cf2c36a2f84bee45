package koalens.operations.fly;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.tomlj.Toml;
import org.tomlj.TomlParseError;
import org.tomlj.TomlParseResult;
import org.tomlj.TomlTable;

/// A fly.toml that was read and checked. Immutable.
///
/// `fly config validate --strict` needs a session on the network; this check needs none, and also
/// knows the rules beyond keys that a deployment would stumble over.
public final class FlyConfig {
  private final Path file;
  private final TomlParseResult toml;
  private final List<ConfigFault> faults;

  private FlyConfig(Path file, TomlParseResult toml) {
    this.file = file;
    this.toml = toml;
    this.faults = List.copyOf(check(file, toml));
  }

  /// Reads and checks a file.
  ///
  /// @throws IOException when it cannot be read
  public static FlyConfig read(Path file) throws IOException {
    return new FlyConfig(file, Toml.parse(file));
  }

  private static List<ConfigFault> check(Path file, TomlParseResult toml) {
    if (toml.hasErrors()) {
      return toml.errors().stream().map(FlyConfig::fault).toList();
    }
    var faults = new ArrayList<>(KeyCheck.faults(toml, FlyKeys.root()));
    if (faults.isEmpty()) {
      faults.addAll(RuleCheck.faults(file, toml));
    }
    return faults;
  }

  private static ConfigFault fault(TomlParseError error) {
    return new ConfigFault(error.position().line(), "", "is not TOML: " + error.getMessage());
  }

  /// Everything wrong with it; empty when it may be deployed.
  public List<ConfigFault> faults() {
    return faults;
  }

  /// The file it was read from.
  public Path file() {
    return file;
  }

  /// The name of the app at Fly; empty when the file names none.
  public String app() {
    return toml.getString("app", () -> "");
  }

  /// A short mark of the file's contents, the same for the same contents.
  public String fingerprint() {
    return Integer.toHexString(toml.toToml().hashCode());
  }

  /// Whether a command runs before a release is put to work.
  public boolean hasReleaseCommand() {
    return toml.contains("deploy.release_command");
  }

  /// Names of secrets without which the server it describes would lose data or not start. Without a
  /// volume, or on several machines, analyses are kept in a database or lost.
  public Set<String> impliedSecrets() {
    var names = new TreeSet<String>();
    long machines = toml.getLong("http_service.min_machines_running", () -> 1);
    if (!toml.contains("mounts") || machines > 1) {
      names.add("DATABASE_URL");
    }
    Map<String, String> environment = environment();
    boolean splits = "true".equals(environment.get("ENABLE_AB_TEST"));
    if (splits || "gemini".equals(environment.get("AI_PROVIDER"))) {
      names.add("GEMINI_API_KEY");
    }
    if (splits || "claude".equals(environment.get("AI_PROVIDER"))) {
      names.add("ANTHROPIC_API_KEY");
    }
    return names;
  }

  /// The environment that the file gives the machines.
  public Map<String, String> environment() {
    var environment = new HashMap<String, String>();
    TomlTable table = toml.getTableOrEmpty("env");
    table.keySet().forEach(key -> environment.put(key, String.valueOf(table.get(List.of(key)))));
    return Map.copyOf(environment);
  }
}
