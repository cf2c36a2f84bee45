package koalens.backend.comparison;

/// Whether one thing that would spoil the experiment is the case.
///
/// @param name what is checked
/// @param state how it went
/// @param detail what was seen
public record Check(String name, State state, String detail) {
  /// How a check went.
  public enum State {
    /// Nothing is the matter.
    SOUND("ok"),
    /// To be known, and no reason to stop.
    NOTABLE("note"),
    /// The experiment is broken.
    BROKEN("BROKEN");

    private final String words;

    State(String words) {
      this.words = words;
    }

    /// In words.
    public String words() {
      return words;
    }
  }

  static Check sound(String name, String detail) {
    return new Check(name, State.SOUND, detail);
  }

  static Check notable(String name, String detail) {
    return new Check(name, State.NOTABLE, detail);
  }

  static Check broken(String name, String detail) {
    return new Check(name, State.BROKEN, detail);
  }
}
