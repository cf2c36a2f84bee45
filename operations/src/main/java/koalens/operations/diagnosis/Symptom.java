package koalens.operations.diagnosis;

/// What was found about one trouble of the runbook.
///
/// @param trouble which: `deploy`, `keys`, `web app`, `cors`, `split`, `alerts`
/// @param state whether it is there
/// @param found what shows it, in a sentence; with a trouble also what mends it
/// @param command what shows it to a person
public record Symptom(String trouble, State state, String found, String command) {

  /// Whether a trouble is there.
  public enum State {
    /// It is not.
    WELL,
    /// It is.
    TROUBLE,
    /// That cannot be told from here.
    UNTOLD
  }

  static Symptom well(String trouble, String found, String command) {
    return new Symptom(trouble, State.WELL, found, command);
  }

  static Symptom trouble(String trouble, String found, String command) {
    return new Symptom(trouble, State.TROUBLE, found, command);
  }

  static Symptom untold(String trouble, String found, String command) {
    return new Symptom(trouble, State.UNTOLD, found, command);
  }
}
