package koalens.backend.analysis;

/// What an analysis outlives once it is answered.
public enum Durability {
  /// The end of the process, however sudden. The loss of power may take the last moments.
  PROCESS,
  /// The loss of power too, as far as the disk keeps its word: each answer waits for the disk.
  POWER
}
