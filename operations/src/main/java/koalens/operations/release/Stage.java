package koalens.operations.release;

/// How far a deployment has come.
public enum Stage {
  /// Nothing outside this machine has been touched.
  STARTED,
  /// `fly` was asked to deploy.
  DEPLOYING,
  /// The new version is awaited.
  IDENTIFYING,
  /// The server is asked from outside.
  VALIDATING,
  /// The new version's answers are compared with those of the one before.
  COMPARING,
  /// The version before is put back.
  ROLLING_BACK,
  /// It is over; the outcome says how.
  ENDED
}
