package koalens.operations.release;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import koalens.operations.alerting.AlertFault;
import koalens.operations.alerting.AlertFile;
import koalens.operations.fly.FlyConfig;

/// What can be looked at without the network before anything is deployed. Touches nothing.
///
/// @param root the working tree
/// @param config the fly.toml, read
/// @param alerts the alerts of the environment
public record Preflight(Path root, FlyConfig config, Path alerts) {
  private static final String MIGRATIONS = "backend/src/main/resources/db/migration";
  private static final int SHOWN = 5;

  /// One thing that was looked at.
  ///
  /// @param name what
  /// @param faults what is wrong with it and how to mend it; empty when nothing is
  public record Check(String name, List<String> faults) {
    /// Copies the list.
    public Check {
      faults = List.copyOf(faults);
    }

    /// Whether nothing is wrong.
    public boolean passed() {
      return faults.isEmpty();
    }
  }

  /// The commit that would be deployed, whole.
  public String commit() {
    return new Git(root).commit();
  }

  /// Looks at everything.
  public List<Check> offline() {
    return List.of(
        check("working tree", this::tree),
        check("fly.toml", this::configuration),
        check("migrations", () -> MigrationCheck.faults(root.resolve(MIGRATIONS))),
        check("alerts", this::alertFaults));
  }

  private static Check check(String name, Supplier<List<String>> look) {
    try {
      return new Check(name, look.get());
    } catch (IllegalStateException e) {
      return new Check(name, List.of(String.valueOf(e.getMessage())));
    }
  }

  private List<String> tree() {
    List<String> changes = new Git(root).changes();
    return changes.isEmpty()
        ? List.of()
        : List.of(
            "not clean: commit or stash first, else the commit would not name what is deployed: "
                + String.join(", ", changes.stream().limit(SHOWN).map(String::strip).toList()));
  }

  private List<String> configuration() {
    return config.faults().stream().map(fault -> fault.text(config.file().toString())).toList();
  }

  private List<String> alertFaults() {
    try {
      var faults = new ArrayList<String>();
      for (Map.Entry<String, String> made : AlertFile.read(alerts).generate().entrySet()) {
        Path there = alerts.resolveSibling(made.getKey());
        if (!Files.exists(there) || !Files.readString(there).equals(made.getValue())) {
          faults.add(there + " is not current: run koalens alerts " + alerts);
        }
      }
      return faults;
    } catch (AlertFault e) {
      return List.of(String.valueOf(e.getMessage()));
    } catch (IOException e) {
      return List.of("the files made from " + alerts + " cannot be read");
    }
  }
}
