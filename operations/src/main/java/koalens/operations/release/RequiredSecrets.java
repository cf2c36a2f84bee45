package koalens.operations.release;

import java.util.ArrayList;
import java.util.Set;
import java.util.TreeSet;
import koalens.operations.fly.Fly;
import koalens.operations.fly.FlyConfig;
import koalens.operations.fly.FlyFailure;

/// The secrets that an app must have at Fly before anything is deployed to it: those that its
/// fly.toml implies, and more.
///
/// @param config the fly.toml, read
/// @param more names beyond what it implies
public record RequiredSecrets(FlyConfig config, Set<String> more) {
  /// Copies the set.
  public RequiredSecrets {
    more = Set.copyOf(more);
  }

  /// Asks Fly.
  public Preflight.Check check(Fly fly) throws InterruptedException {
    var names = new TreeSet<>(config.impliedSecrets());
    names.addAll(more);
    var missing = new ArrayList<String>();
    if (!names.isEmpty()) {
      try {
        names.removeAll(fly.secrets(config.app()));
        names.forEach(name -> missing.add(name + " is missing at Fly: run koalens secrets push"));
      } catch (FlyFailure e) {
        missing.add(String.valueOf(e.getMessage()));
      }
    }
    return new Preflight.Check("secrets", missing);
  }
}
