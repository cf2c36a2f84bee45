package koalens.operations.release;

/// How a deployment ended.
public enum Ending {
  /// The new version answers, and rightly.
  KEPT(0),
  /// It did not; the version before answers again, and rightly.
  ROLLED_BACK(1),
  /// It did not, and neither does what was put back: a person is needed now.
  BROKEN(2),
  /// Nothing was deployed.
  REFUSED(3),
  /// It answers rightly, but something could not be told: a person looks.
  INCONCLUSIVE(4);

  private final int exitCode;

  Ending(int exitCode) {
    this.exitCode = exitCode;
  }

  /// What the command exits with.
  public int exitCode() {
    return exitCode;
  }
}
