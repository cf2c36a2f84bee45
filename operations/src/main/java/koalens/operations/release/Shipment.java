package koalens.operations.release;

import koalens.operations.fly.Fly;
import koalens.operations.fly.FlyConfig;
import koalens.operations.fly.FlyRun;

/// What is deployed. Immutable.
public sealed interface Shipment {
  /// The commit it is made from, whole.
  String commit();

  /// Sends it.
  FlyRun send(Fly fly, FlyConfig config) throws InterruptedException;

  /// Whether an image that Fly names is the one that was sent.
  boolean isImage(String named);

  /// The command that sends it, as a person would type it.
  String line(Fly fly, FlyConfig config);

  /// The clean working tree, built by Fly.
  record WorkingTree(String commit) implements Shipment {
    @Override
    public FlyRun send(Fly fly, FlyConfig config) throws InterruptedException {
      return fly.deploy(config, commit);
    }

    @Override
    public String line(Fly fly, FlyConfig config) {
      return fly.deployLine(config, commit);
    }

    @Override
    public boolean isImage(String named) {
      return named.replaceFirst("@.*", "").endsWith(":" + Fly.label(commit));
    }
  }

  /// An image that was validated elsewhere, unchanged.
  record Image(String commit, String reference) implements Shipment {
    @Override
    public FlyRun send(Fly fly, FlyConfig config) throws InterruptedException {
      return fly.deployImage(config, reference, false);
    }

    @Override
    public String line(Fly fly, FlyConfig config) {
      return fly.imageLine(config, reference);
    }

    // Either may lack the digest, since Fly adds it.
    @Override
    public boolean isImage(String named) {
      return named.equals(reference)
          || named.startsWith(reference + "@")
          || reference.startsWith(named + "@");
    }
  }
}
