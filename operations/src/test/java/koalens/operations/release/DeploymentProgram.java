package koalens.operations.release;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import koalens.operations.fly.Fly;
import koalens.operations.fly.FlyConfig;
import koalens.operations.validation.Suite;

/// A deployment in a process of its own, so that it can be killed.
final class DeploymentProgram {
  private DeploymentProgram() {}

  /// Deploys.
  ///
  /// @param arguments the world's folder, its address, the commit, seconds of patience
  public static void main(String[] arguments) throws Exception {
    Path folder = Path.of(arguments[0]);
    Duration patience = Duration.ofSeconds(Long.parseLong(arguments[3]));
    var outside =
        new Outside(
            URI.create(arguments[1]),
            "staging",
            Suite.identity().and(folder.resolve("steps.yaml")),
            Map.of(),
            patience,
            patience,
            _ -> {});
    var deployment =
        new Deployment(
            new Fly(folder.resolve("fly").toString(), Duration.ofMinutes(5), _ -> {}),
            FlyConfig.read(folder.resolve("fly.staging.toml")),
            outside,
            new ReleaseHistory(folder.resolve("releases"), "staging"),
            _ -> {});
    deployment.run(new Shipment.WorkingTree(arguments[2]), "a tester", "a test");
  }
}
